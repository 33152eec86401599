package com.targettoclose.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.testing.Deals;
import com.targettoclose.testing.Jobs;
import com.targettoclose.testing.OnH2;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.ActiveProfiles;

/** The pages that we serve ourselves: the first one, signing in and out, what could not be shown. */
@OnH2
@ActiveProfiles("sample")
class OurPagesTests {

    private static final Map<String, String> AS_A_BROWSER = Map.of(HttpHeaders.ACCEPT, MediaType.TEXT_HTML_VALUE);

    @LocalServerPort
    int port;

    @Autowired
    Deals deals;

    @Autowired
    Jobs jobs;

    @Autowired
    ManagementService management;

    @Test
    void whoeverComesReadsWhatThisIsAndFindsEveryRolesDoor() {
        var page = Visitor.nobody(port).get("/");
        assertThat(page.getStatusCode().value()).isEqualTo(200);
        assertThat(page.getBody())
                .contains("Sales rep", "Sales manager", "Sales leader", "Process owner", "Operations", "Administrator")
                .contains("href=\"/login\"")
                .doesNotContain("How the system is", "Sign out");
    }

    @ParameterizedTest
    @CsvSource({
        "rep1, Sales rep, /camunda/app/tasklist/default/",
        "manager1, Sales manager, /camunda/app/tasklist/default/",
        "leader1, Sales leader, /camunda/app/tasklist/default/",
        "owner1, Process owner, /camunda/app/cockpit/default/",
        "ops1, Operations, /camunda/app/cockpit/default/",
        "admin, Administrator, /camunda/app/admin/default/"
    })
    void whoSignedInIsOneClickFromTheirWork(String user, String role, String work) {
        var person = Visitor.nobody(port);
        assertThat(person.signIn(user, SampleUsers.PASSWORD)).endsWith("/");
        assertThat(person.get("/").getBody()).contains(role, "href=\"" + work + "\"", "The database answers.");
        assertThat(person.get(work).getStatusCode().value()).isEqualTo(200);
    }

    @Test
    void onlyWhoCanMendReadsHowManyStepsFailed() {
        var job = jobs.executable(
                        deals.openOnly("50000", "new-business", "rep1").id())
                .get(0);
        management.setJobRetries(job.getId(), 0);
        try {
            assertThat(Visitor.person(port, "ops1", SampleUsers.PASSWORD)
                            .get("/")
                            .getBody())
                    .contains("1 step has failed and waits");
            assertThat(Visitor.person(port, "rep1", SampleUsers.PASSWORD)
                            .get("/")
                            .getBody())
                    .contains("The sales process is in place.")
                    .doesNotContain("failed");
        } finally {
            management.setJobRetries(job.getId(), 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"rep1, true", "manager1, true", "leader1, true", "owner1, false", "ops1, false"})
    void everyPageLeadsThoseWhoSellBackToTheirConversations(String user, boolean sells) {
        var page = Visitor.person(port, user, SampleUsers.PASSWORD)
                .get("/opportunities")
                .getBody();
        assertThat(page.contains("<a href=\"/camunda/app/tasklist/default/\">Conversations</a>"))
                .isEqualTo(sells);
    }

    @Test
    void aWrongPasswordIsSaidInPlainWords() {
        var visitor = Visitor.nobody(port);
        assertThat(visitor.signIn("rep1", "wrong")).endsWith("/login?error");
        assertThat(visitor.get("/login?error").getBody()).contains("The user or the password is wrong.");
    }

    @Test
    void signingOutHereSignsOutOfTheWebappsToo() {
        var person = Visitor.person(port, "rep1", SampleUsers.PASSWORD);
        person.get("/camunda/app/tasklist/default/");
        assertThat(person.get("/camunda/api/admin/auth/user/default")
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        var out = person.send(
                HttpMethod.POST,
                "/logout",
                Visitor.form(Map.of("_csrf", Visitor.csrfIn(person.get("/").getBody()))),
                Map.of());
        assertThat(String.valueOf(out.getHeaders().getLocation())).endsWith("/login?out");
        assertThat(person.get("/login?out").getBody()).contains("You are signed out");
        assertThat(person.get("/camunda/api/admin/auth/user/default")
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
    }

    @Test
    void aPageThatIsNotThereOrNotForThemIsSaidInPlainWords() {
        var rep = Visitor.person(port, "rep1", SampleUsers.PASSWORD);
        for (var path : List.of("/no/such/page", "/camunda/app/cockpit/default/")) {
            var page = rep.send(HttpMethod.GET, path, null, AS_A_BROWSER);
            assertThat(page.getStatusCode().value()).as(path).isEqualTo(403);
            assertThat(page.getBody()).as(path).contains("There is nothing here for you", "href=\"/\"");
        }
        var gone = rep.send(HttpMethod.GET, "/camunda/app/look/no-such-file.css", null, AS_A_BROWSER);
        assertThat(gone.getStatusCode().value()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"/", "/login", "/login?expired"})
    void ourPagesCarryNoScriptAndNoStyleOfTheirOwnAndAllowNone(String path) {
        var page = Visitor.nobody(port).get(path);
        assertThat(page.getBody()).doesNotContain("<script", "<style", "style=", "onclick", "http://", "https://");
        assertThat(page.getHeaders().getFirst("Content-Security-Policy"))
                .contains("default-src 'none'", "style-src 'self'")
                .doesNotContain("unsafe");
    }

    @ParameterizedTest
    @CsvSource({"/look/pages.css", "/look/colours.css", "/look/mark.svg"})
    void whatTheyLookLikeIsForEverybody(String path) {
        assertThat(Visitor.nobody(port).get(path).getStatusCode().value()).isEqualTo(200);
    }
}
