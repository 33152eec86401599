package com.targettoclose.pipeline.planner;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.security.Visitor;
import com.targettoclose.testing.Answers;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.Http;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import com.targettoclose.testing.TestClock;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;

/** The call planner: what it tells, what the rep keeps on it, and where that shows again. */
class PlannerTests {

    @Nested
    @OnH2
    class OnH2Database extends Body {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Body {}

    abstract static class Body {

        private static final String REP = "xenia";
        private static final String EARN = "UserTask_EarnTheMeeting";
        private static final String EXPLORE = "UserTask_ExploreTheNeedToChange";
        private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

        @LocalServerPort
        int port;

        @Autowired
        Deals deals;

        @Autowired
        TestClock clock;

        private Visitor rep;
        private Deal deal;

        @BeforeEach
        void aDeal() {
            deals.user(REP);
            rep = visitor(REP);
            deal = deals.open("50000", "new-business", REP).gain(EARN);
        }

        @Test
        void itTellsWhatToLeaveTheCallWithAndWhatIsKnown() {
            assertThat(text(rep.get(planner(EXPLORE))))
                    .contains("Explore the need to change", "What the client gets out of it", "What to learn")
                    .contains("The commitment to ask for", "The client will share information")
                    .contains(Answers.words(deals.item("time")).replace("'", "&#39;"), "Dana Whitfield")
                    .contains("Questions to ask", "Concerns to expect", "what to ask for instead");
            assertThat(text(rep.get(planner(EARN)))).contains("Held once before.", "known already", "agreed already");
        }

        @Test
        void whatIsPreparedIsKeptAndStandsInTheForm() {
            var kept =
                    keep(rep, EXPLORE, Map.of("questions", "Who *else* loses sleep?", "fallbackAsk", "A call with Jo"));
            assertThat(kept.getStatusCode().value()).isEqualTo(302);
            assertThat(text(rep.get(planner(EXPLORE)))).contains("Who *else* loses sleep?", "A call with Jo");
            var plan = new Http(port, REP, "Only4Tests-" + REP)
                    .get("/engine-rest/task/" + deal.task(EXPLORE).getId() + "/form-variables")
                    .body();
            assertThat(plan.at("/planNotes/value").asText())
                    .contains("Questions to ask", "Who \\*else\\* loses sleep?", "A call with Jo")
                    .doesNotContain("Concerns");
            assertThat(plan.at("/planLinks/value").asText())
                    .contains("(/opportunities/" + deal.id() + "/planner/" + EXPLORE + ")")
                    .contains("(/opportunities/" + deal.id() + ")");
        }

        @Test
        void whatIsEmptiedIsGone() {
            keep(rep, EXPLORE, Map.of("notes", "Jo Miller is ill, be kind"));
            keep(rep, EXPLORE, Map.of("notes", ""));
            assertThat(text(rep.get(planner(EXPLORE)))).doesNotContain("Jo Miller");
            var plan = new Http(port, REP, "Only4Tests-" + REP)
                    .get("/engine-rest/task/" + deal.task(EXPLORE).getId() + "/form-variables")
                    .body();
            assertThat(plan.at("/planNotes/value").asText()).isEmpty();
        }

        @Test
        void nobodyWritesOverWhatTheyHaveNotRead() {
            keep(rep, EXPLORE, Map.of("questions", "What changed in March?"));
            var late = post(rep, EXPLORE, Map.of("version", "0", "questions", "What about the budget?"));
            assertThat(late.getStatusCode().value()).isEqualTo(409);
            assertThat(text(late)).contains("Somebody wrote here since", "What about the budget?");
            assertThat(text(rep.get(planner(EXPLORE)))).contains("What changed in March?");
            var tooLong = keep(rep, EXPLORE, Map.of("questions", "x".repeat(4001)));
            assertThat(tooLong.getStatusCode().value()).isEqualTo(422);
            assertThat(text(tooLong)).contains("at most 4000 characters");
        }

        @Test
        void aColleaguesPlannerIsAsIfThereWereNone() {
            deals.user("yannick");
            var other = visitor("yannick");
            assertThat(other.get(planner(EXPLORE)).getStatusCode().value()).isEqualTo(404);
            assertThat(post(other, EXPLORE, Map.of("version", "0", "notes", "mine"))
                            .getStatusCode()
                            .value())
                    .isEqualTo(404);
            assertThat(other.get(planner(EXPLORE) + "/next-step.ics")
                            .getStatusCode()
                            .value())
                    .isEqualTo(404);
            assertThat(rep.get(planner("UserTask_None")).getStatusCode().value())
                    .isEqualTo(404);
        }

        @Test
        void theNextStepIsACalendarFile() {
            assertThat(rep.get(planner(EXPLORE) + "/next-step.ics")
                            .getStatusCode()
                            .value())
                    .isEqualTo(404);
            var answers = deal.answers(EXPLORE).notYet(deals.item("explore"));
            deal.submit(
                    EXPLORE,
                    answers.with("nextStepOn", TestClock.TODAY.plusDays(10).toString()));
            var file = rep.get(planner(EXPLORE) + "/next-step.ics");
            assertThat(file.getStatusCode().value()).isEqualTo(200);
            assertThat(file.getHeaders().getContentType()).hasToString("text/calendar;charset=UTF-8");
            assertThat(file.getHeaders().getFirst("Content-Disposition")).contains("attachment", "next-step.ics");
            assertThat(text(file))
                    .contains("DTSTART;VALUE=DATE:20260312\r\n", "DTSTAMP:20260302T090000Z\r\n")
                    .contains("SUMMARY:Explore the need to change · Northwind Traders\r\n");
            assertThat(text(rep.get(planner(EXPLORE)))).contains("12 Mar 2026", "/next-step.ics");
        }

        private String planner(String conversation) {
            return "/opportunities/" + deal.id() + "/planner/" + conversation;
        }

        private ResponseEntity<String> keep(Visitor visitor, String conversation, Map<String, String> fields) {
            var version = VERSION.matcher(text(visitor.get(planner(conversation))));
            assertThat(version.find()).isTrue();
            Map<String, String> sent = new HashMap<>(fields);
            sent.put("version", version.group(1));
            return post(visitor, conversation, sent);
        }

        private ResponseEntity<String> post(Visitor visitor, String conversation, Map<String, String> fields) {
            Map<String, String> sent = new HashMap<>(fields);
            sent.put("_csrf", Visitor.csrfIn(text(visitor.get("/"))));
            return visitor.send(HttpMethod.POST, planner(conversation), Visitor.form(sent), Map.of());
        }

        private Visitor visitor(String user) {
            return Visitor.person(port, user, "Only4Tests-" + user);
        }

        private static String text(ResponseEntity<String> answer) {
            return String.valueOf(answer.getBody());
        }
    }
}
