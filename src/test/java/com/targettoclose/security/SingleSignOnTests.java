package com.targettoclose.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.targettoclose.TargetToCloseApplication;
import com.targettoclose.testing.SpringTest;
import com.targettoclose.testing.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Signing in with a company's login service: a real one, which runs beside the application. */
@SpringBootTest(
        classes = TargetToCloseApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "t2c.import.background=false",
            "t2c.ledger.key=" + SpringTest.LEDGER_KEY,
            "t2c.passwords.cost=4",
            "t2c.sessions.recheck-every=1ms",
            "t2c.oidc.client-id=" + Issuer.CLIENT,
            "t2c.oidc.client-secret=" + Issuer.CLIENT_SECRET,
            "t2c.oidc.audience=" + Issuer.AUDIENCE,
            "t2c.oidc.user-claim=preferred_username",
            "t2c.oidc.groups.rep=sales-reps",
            "t2c.oidc.groups.leader=sales-leaders",
            "t2c.oidc.groups.process-owner=process",
            "server.shutdown=immediate",
            "logging.level.root=warn",
            "spring.datasource.hikari.minimum-idle=1"
        })
@ContextConfiguration(initializers = TestDatabase.H2.class)
@ActiveProfiles("sample")
class SingleSignOnTests {

    private static final Issuer ISSUER = Issuer.start();
    private static final String API = "/api/opportunities";
    private static final String CALL = "/camunda/api/engine/engine/default/task/count";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identities;

    @Autowired
    ProcessEngine engine;

    private final String tom = "tom-" + UUID.randomUUID();

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("t2c.oidc.issuer", ISSUER::address);
    }

    @BeforeEach
    void meetTheIssuer() {
        ProcessEngines.registerProcessEngine(engine);
        identities.clearAuthentication();
        ISSUER.leadsBackTo(port);
        knows(tom, "sales-reps");
    }

    @AfterAll
    static void stopTheIssuer() {
        ISSUER.stop();
    }

    @Test
    void whoSignsInThereWorksHere() {
        var person = new Newcomer(port, ISSUER);
        var page = person.signIn(tom);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().getPath()).isEqualTo("/camunda/app/tasklist/default/");
        assertThat(person.get("/camunda/api/admin/auth/user/default").body())
                .contains("\"userId\":\"" + tom + "\"", "tasklist")
                .doesNotContain("cockpit");
        assertThat(person.get(CALL).statusCode()).isEqualTo(200);
    }

    @Test
    void theEngineGetsToKnowThemWithoutAPassword() {
        ISSUER.knows(
                tom,
                Map.of(
                        "groups", List.of("sales-reps"),
                        "given_name", "Tom",
                        "family_name", "Reed",
                        "email", "tom@example.com"));
        new Newcomer(port, ISSUER).signIn(tom);
        var user = identities.createUserQuery().userId(tom).singleResult();
        assertThat(user.getFirstName()).isEqualTo("Tom");
        assertThat(user.getLastName()).isEqualTo("Reed");
        assertThat(user.getEmail()).isEqualTo("tom@example.com");
        assertThat(user.getPassword()).isNull();
        assertThat(groupsOf(tom)).containsExactly("rep");
    }

    @Test
    void theWayThereIsProtected() {
        var way = Visitor.nobody(port)
                .get("/oauth2/authorization/company")
                .getHeaders()
                .getLocation();
        assertThat(way).hasPath("/oauth2/authorize").hasParameter("code_challenge_method", "S256");
        assertThat(way.getQuery()).contains("code_challenge=", "state=", "nonce=", "response_type=code");
        assertThat(way.getQuery()).doesNotContain(Issuer.CLIENT_SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"all-staff", "rep", "camunda-admin", ""})
    void whoIsInNoGroupThatCountsIsNotLetIn(String group) {
        knows(tom, group);
        var person = new Newcomer(port, ISSUER);
        var page = person.signIn(tom);
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("it is in no group that works here");
        assertThat(person.get(CALL).statusCode()).isEqualTo(401);
        assertThat(identities.createUserQuery().userId(tom).count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"system", "two words", "<script>alert(1)</script>", "../admin"})
    void whoseIdNobodyMayHaveIsNotLetIn(String id) {
        ISSUER.knows(tom, Map.of("groups", List.of("sales-reps"), "preferred_username", id));
        var page = new Newcomer(port, ISSUER).signIn(tom);
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("no user id that can be used here").doesNotContain(id);
    }

    @Test
    void groupsAreAsTheLoginServiceSaysAndAnOlderSessionEnds() {
        var before = new Newcomer(port, ISSUER);
        before.signIn(tom);
        identities.createMembership(tom, "camunda-admin");
        assertThat(before.get(CALL).statusCode()).isEqualTo(401);
        knows(tom, "sales-leaders");
        var after = new Newcomer(port, ISSUER);
        after.signIn(tom);
        assertThat(groupsOf(tom)).containsExactly("leader");
        assertThat(after.get(CALL).statusCode()).isEqualTo(200);
    }

    @Test
    void passwordsOpenNothing() {
        for (var user : List.of("rep1", "admin", tom)) {
            var answer = Visitor.program(port, user, SampleUsers.PASSWORD).get(API);
            assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
            assertThat(answer.getHeaders().get(HttpHeaders.WWW_AUTHENTICATE))
                    .singleElement()
                    .asString()
                    .startsWith("Bearer");
            assertThat(answer.getBody()).contains("Passwords open nothing here.");
        }
        var form = Visitor.form(Map.of("username", "admin", "password", SampleUsers.PASSWORD));
        for (var path : List.of("/login", "/camunda/api/admin/auth/user/default/login/tasklist")) {
            var visitor = Visitor.nobody(port);
            visitor.send(HttpMethod.POST, path, form, Map.of("X-XSRF-TOKEN", "any"));
            assertThat(visitor.get(CALL).getStatusCode()).as(path).isEqualTo(HttpStatus.UNAUTHORIZED);
        }
        assertThat(Visitor.nobody(port).get("/login").getHeaders().getLocation())
                .hasPath("/oauth2/authorization/company");
    }

    @Test
    void signingOutEndsTheSessionHereAndThere() {
        var person = new Newcomer(port, ISSUER);
        person.signIn(tom);
        var policy = person.get("/logout").headers().firstValue("Content-Security-Policy");
        assertThat(policy)
                .as("a browser may go on there")
                .hasValueSatisfying(
                        value -> assertThat(value).contains("form-action 'self' " + ISSUER.address() + ";"));
        person.signOut();
        assertThat(person.get(CALL).statusCode()).isEqualTo(401);
        assertThat(person.get("/login").uri().toString())
                .as("asked for the password")
                .startsWith(ISSUER.address() + "/login");
    }

    @Test
    void anAnswerThatNobodyAskedForIsNoKey() {
        var visitor = Visitor.nobody(port);
        for (var answer : List.of("?code=made-up&state=made-up", "?error=access_denied&state=made-up", "")) {
            var page = visitor.get("/login/oauth2/code/company" + answer);
            assertThat(page.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
            assertThat(page.getBody()).contains("Signing in did not work");
        }
        assertThat(visitor.get(CALL).getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void anAnswerCountsOnce() {
        var person = new Newcomer(port, ISSUER);
        person.signIn(tom);
        var replayed = Visitor.nobody(port).get(person.answer());
        assertThat(person.answer()).contains("code=", "state=");
        assertThat(replayed.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @ParameterizedTest
    @ValueSource(strings = {API, "/engine-rest/task"})
    void aTokenOfTheLoginServiceOpensTheInterfaces(String path) {
        assertThat(withToken(path, tokens().right()).getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(groupsOf(tom)).containsExactly("rep");
    }

    @Test
    void aProgramOfItsOwnOpensAnOpportunity() {
        var token = ISSUER.tokenOfTheProgram();
        var body = Map.of("account", "Harbour Tools", "owner", Issuer.PROGRAM);
        var answer = Visitor.nobody(port).send(HttpMethod.POST, API, body, Map.of("Authorization", "Bearer " + token));
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(HttpStatus.CREATED);
        assertThat((String) JsonPath.read(answer.getBody(), "$.owner")).isEqualTo(Issuer.PROGRAM);
    }

    static Stream<Arguments> tokensThatOpenNothing() {
        return Stream.of(
                token("expired", Tokens::expired),
                token("without an end", tokens -> tokens.with("exp", null)),
                token("not valid yet", Tokens::notYetValid),
                token("for another application", tokens -> tokens.with("aud", "another")),
                token("that tells who signed in", tokens -> tokens.with("aud", Issuer.CLIENT)),
                token("for nobody", tokens -> tokens.with("aud", null)),
                token("of another issuer", tokens -> tokens.with("iss", "https://login.example.com")),
                token("of no issuer", tokens -> tokens.with("iss", null)),
                token("signed with another key", Tokens::forged),
                token("signed by nobody", Tokens::unsigned),
                token("signed with the public key", Tokens::signedWithThePublicKey),
                token("tampered with", Tokens::tamperedWith),
                token("without a user", tokens -> tokens.with("preferred_username", null)),
                token("of the application itself", tokens -> tokens.with("preferred_username", "system")),
                token("that is none", tokens -> "nonsense"),
                token("that is empty", tokens -> ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokensThatOpenNothing")
    void aTokenOpensNothing(String what, Function<Tokens, String> token) {
        for (var path : List.of(API, "/engine-rest/task")) {
            var answer = withToken(path, token.apply(tokens()));
            assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(HttpStatus.UNAUTHORIZED);
            assertThat(answer.getBody()).contains("This token opens nothing here.");
        }
        assertThat(identities.createUserQuery().userId(tom).count()).isZero();
    }

    @Test
    void aTokenWithoutAGroupThatCountsIsForbiddenEverything() {
        for (var groups : new Object[] {null, List.of(), List.of("camunda-admin"), "rep"}) {
            assertThat(withToken(API, tokens().with("groups", groups)).getStatusCode())
                    .isEqualTo(HttpStatus.FORBIDDEN);
        }
        assertThat(identities.createUserQuery().userId(tom).count()).isZero();
    }

    @Test
    void aTokenInTheAddressIsNoneAndATokenIsNoKeyToPages() {
        assertThat(Visitor.nobody(port)
                        .get(API + "?access_token=" + tokens().right())
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(withToken(CALL, tokens().right()).getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void aTokenNeverChangesWhatIsKnownOfAUser() {
        new Newcomer(port, ISSUER).signIn(tom);
        withToken(API, tokens().with("groups", List.of("sales-leaders")));
        assertThat(groupsOf(tom)).containsExactly("rep");
    }

    private Tokens tokens() {
        return new Tokens(ISSUER, tom);
    }

    private ResponseEntity<String> withToken(String path, String token) {
        return Visitor.nobody(port).send(HttpMethod.GET, path, null, Map.of("Authorization", "Bearer " + token));
    }

    private static void knows(String user, String group) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("groups", List.of(group));
        ISSUER.knows(user, claims);
    }

    private List<String> groupsOf(String user) {
        return identities.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
    }

    private static Arguments token(String what, Function<Tokens, String> token) {
        return Arguments.of(what, token);
    }
}
