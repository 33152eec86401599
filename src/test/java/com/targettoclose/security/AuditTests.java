package com.targettoclose.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import com.targettoclose.process.people.Group;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.OnH2;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.ActiveProfiles;

/** Who tried what, through which door: as whoever may ask reads it. Lines are written when the answer is on its way. */
@OnH2
@ActiveProfiles("sample")
class AuditTests {

    private static final String EARN_THE_MEETING = "UserTask_EarnTheMeeting";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identities;

    @Autowired
    Deals deals;

    private String rita;
    private String tom;
    private Deal ritas;

    @BeforeEach
    void twoRepsAndADeal() {
        rita = user("rita");
        tom = user("tom");
        ritas = deals.open("50000", "new-business", rita);
    }

    @Test
    void whoLooksAtSomebodyElsesDealLeavesALine() {
        program(tom).get("/api/opportunities/" + ritas.id());
        assertThat(awaitLines("user=" + tom, 1))
                .containsExactly("api GET /api/opportunities/" + ritas.id() + " refused 404 " + ritas.id());
    }

    @Test
    void soDoesWhoIsRefusedByTheEngine() {
        var task = ritas.task(EARN_THE_MEETING).getId();
        var path = "/engine-rest/task/" + task + "/complete";
        assertThat(program(tom)
                        .send(HttpMethod.POST, path, Map.of(), Map.of())
                        .getStatusCode()
                        .is4xxClientError())
                .isTrue();
        assertThat(awaitLines("opportunity=" + ritas.id() + "&outcome=refused", 1))
                .singleElement()
                .asString()
                .startsWith("engine-rest POST " + path + " refused 4")
                .endsWith(ritas.id());
    }

    @Test
    void soDoesWhoIsRefusedAtTheDoor() {
        program(tom).get("/api/audit");
        assertThat(awaitLines("user=" + tom, 1)).containsExactly("api GET /api/audit refused 403 null");
    }

    @Test
    void soDoesWhoSendsSomethingFaulty() {
        var path = "/api/opportunities/" + ritas.id() + "/conversations";
        program(rita).send(HttpMethod.POST, path, Map.of("contact", "Ada Brook's secret"), Map.of());
        assertThat(awaitLines("user=" + rita + "&outcome=refused", 1))
                .containsExactly("api POST " + path + " refused 422 " + ritas.id());
        assertThat(audit("user=" + rita)).doesNotContain("Ada Brook");
    }

    @Test
    void whatWasSentInTheAddressIsNotWrittenDown() {
        program(tom).get("/api/audit?opportunity=a-secret");
        assertThat(awaitLines("user=" + tom, 1)).containsExactly("api GET /api/audit refused 403 null");
    }

    @Test
    void aWrongPasswordLeavesALineOfTheUserItWasTriedFor() {
        Visitor.program(port, rita, "wrong").get("/api/opportunities");
        Visitor.nobody(port).signIn(rita, "wrong");
        assertThat(awaitLines("user=" + rita + "&outcome=refused", 2))
                .containsExactlyInAnyOrder("api sign in refused 401 null", "pages sign in refused 401 null");
    }

    @Test
    void aNameThatIsNobodysIsNotWrittenDown() {
        Visitor.program(port, "my-own-password", "wrong").get("/api/opportunities");
        assertThat(lines("user=my-own-password")).isEmpty();
        assertThat(audit("outcome=refused&size=200")).doesNotContain("my-own-password");
    }

    @Test
    void comingAndGoingLeavesALineEach() {
        var person = Visitor.person(port, rita, passwordOf(rita));
        var token = Visitor.csrfIn(person.get("/").getBody());
        person.send(HttpMethod.POST, "/logout", Visitor.form(Map.of("_csrf", token)), Map.of());
        assertThat(awaitLines("user=" + rita + "&from=2026-03-02", 3))
                .containsExactly(
                        "pages POST /logout done 302 null",
                        "pages POST /login done 302 null",
                        "null opened done null " + ritas.id());
    }

    @Test
    void whatAnAdministratorDoesLeavesALine() {
        var path = "/engine-rest/group/rep/members/" + tom;
        var admin = Visitor.program(port, "admin", SampleUsers.PASSWORD);
        assertThat(admin.send("DELETE", path).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
        await().untilAsserted(() -> assertThat(lines("user=admin&outcome=done&size=200"))
                .contains("engine-rest DELETE " + path + " done 204 null"));
    }

    @Test
    void acceptedWorkStandsInTheLedgerWithItsDoorAndNowhereElse() {
        var path = "/api/opportunities/" + ritas.id() + "/terms";
        assertThat(program(rita)
                        .send(HttpMethod.POST, path, Map.of("value", "60000"), Map.of())
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
        assertThat(lines("user=" + rita))
                .containsExactly("api terms done null " + ritas.id(), "null opened done null " + ritas.id());
    }

    @ParameterizedTest
    @CsvSource({"tasklist, tasklist", "cockpit, cockpit", "welcome, pages", ", pages"})
    void aConversationSaysWhichOfTheWebappsItCameFrom(String app, String door) {
        var person = Visitor.person(port, rita, passwordOf(rita));
        person.get("/camunda/app/tasklist/default/");
        var headers = new HashMap<>(person.webappToken());
        if (app != null) {
            headers.put(HttpHeaders.REFERER, "http://localhost:" + port + "/camunda/app/" + app + "/default/");
        }
        var task = ritas.task(EARN_THE_MEETING).getId();
        var fields = new HashMap<String, Object>();
        ritas.answers(EARN_THE_MEETING).fields().forEach((name, value) -> fields.put(name, Map.of("value", value)));
        var answer = person.send(
                HttpMethod.POST,
                "/camunda/api/engine/engine/default/task/" + task + "/submit-form",
                Map.of("variables", fields),
                headers);
        assertThat(answer.getStatusCode().is2xxSuccessful())
                .as(answer.getBody())
                .isTrue();
        assertThat(lines("user=" + rita + "&opportunity=" + ritas.id()))
                .contains(door + " gained time done null " + ritas.id());
    }

    @ParameterizedTest
    @CsvSource({"rep1, 403", "manager1, 403", "leader1, 200", "owner1, 403", "ops1, 403", "admin, 200"})
    void itIsForThoseWhoAnswerForTheProcess(String user, int status) {
        assertThat(Visitor.program(port, user, SampleUsers.PASSWORD)
                        .get("/api/audit")
                        .getStatusCode()
                        .value())
                .isEqualTo(status);
    }

    @Test
    void aFaultyQuestionIsRefusedWithEveryFault() {
        var answer = Visitor.program(port, "leader1", SampleUsers.PASSWORD)
                .get("/api/audit?outcome=maybe&from=yesterday&to=2026-13-01&page=-1&size=1000");
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        List<String> fields = JsonPath.read(answer.getBody(), "$.faults[*].field");
        assertThat(fields).containsExactlyInAnyOrder("outcome", "from", "to", "page", "size");
    }

    private String user(String name) {
        var id = name + "-" + UUID.randomUUID();
        new Users(identities).give(id, "Some", "Body", passwordOf(id), Group.REP);
        return id;
    }

    private static String passwordOf(String id) {
        return "the-password-of-" + id;
    }

    private Visitor program(String id) {
        return Visitor.program(port, id, passwordOf(id));
    }

    private String audit(String question) {
        return Visitor.program(port, "leader1", SampleUsers.PASSWORD)
                .get("/api/audit?" + question)
                .getBody();
    }

    private List<String> lines(String question) {
        List<Map<String, Object>> content = JsonPath.read(audit(question), "$.content");
        return content.stream()
                .map(line -> line.get("door") + " " + line.get("act") + " " + line.get("outcome") + " "
                        + line.get("status") + " " + line.get("opportunity"))
                .toList();
    }

    /** The lines, once there are so many. */
    private List<String> awaitLines(String question, int number) {
        return await().until(() -> lines(question), lines -> lines.size() >= number);
    }
}
