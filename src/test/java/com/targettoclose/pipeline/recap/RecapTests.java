package com.targettoclose.pipeline.recap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.targettoclose.ledger.Entry;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.security.Visitor;
import com.targettoclose.testing.Answers;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.Http;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import com.targettoclose.testing.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The client's own word: the link, the page behind it, what an answer does, and what nobody can do with it. */
class RecapTests {

    @Nested
    @OnH2
    class OnH2Database extends Body {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Body {}

    abstract static class Body {

        private static final String REP = "viola";
        private static final String EARN = "UserTask_EarnTheMeeting";
        private static final Pattern POINT = Pattern.compile("name=\"(answer\\d+)\"");
        private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

        @LocalServerPort
        int port;

        @Autowired
        Deals deals;

        @Autowired
        TestClock clock;

        @Autowired
        Ledger ledger;

        @Autowired
        JdbcClient jdbc;

        @Autowired
        RepositoryService repository;

        private final List<String> deployments = new ArrayList<>();
        private Http rep;
        private Deal deal;

        @BeforeEach
        void aDealWithAConversation() {
            deals.user(REP);
            rep = new Http(port, REP, "Only4Tests-" + REP);
            deal = deals.open("50000", "new-business", REP).gain(EARN);
        }

        @AfterEach
        void shippedTableAgain() {
            deployments.forEach(id -> repository.deleteDeployment(id, true));
        }

        @Test
        void theClientReadsThatConversationAndNothingElseOfTheDeal() {
            deal.gain("UserTask_ExploreTheNeedToChange");
            var made = make(Map.of("conversation", EARN));
            assertThat(made.path("items").findValues("none")).isEmpty();
            assertThat(made.path("expiresAt").asText()).isEqualTo("2026-04-01T09:00:00Z");
            var client = Visitor.nobody(port);
            var page = client.get(path(made));
            assertThat(page.getStatusCode().value()).isEqualTo(200);
            assertThat(text(page))
                    .contains("Did we understand you?", "What we understood", "What we agreed", "Dana Whitfield")
                    .contains("Northwind Traders", "viola Test", words("time"), words("fit-hypothesis"))
                    .doesNotContain(words("problem-known"), "50,000", deal.id(), "discovery", "mail.example.com")
                    .doesNotContain("/opportunities", "/login", "_csrf");
            assertThat(page.getHeaders().getFirst("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(page.getHeaders().getFirst("X-Robots-Tag")).contains("noindex");
            assertThat(page.getHeaders().getFirst("Cache-Control")).contains("no-store");
            assertThat(page.getHeaders().getFirst("Content-Security-Policy")).contains("default-src 'none'");
            assertThat(page.getHeaders().get("Set-Cookie")).isNull();
        }

        @Test
        void whatTheClientConfirmsIsVerified() {
            var made = make(Map.of());
            var client = Visitor.nobody(port);
            var answered = answer(client, path(made), Map.of());
            assertThat(answered.getStatusCode().value()).isEqualTo(302);
            assertThat(answered.getHeaders().get("Set-Cookie")).isNull();
            assertThat(text(client.get(path(made)))).contains("Thank you", "Ada Brook", ">right<");
            var items = rep.get("/api/opportunities/" + deal.id()).body().path("items");
            for (var item : items) {
                if (item.path("state").asText().equals("gained")) {
                    assertThat(item.path("proof").asText()).isEqualTo("verified");
                }
            }
            var entry = deal.history().newest(EntryKind.VERIFIED).orElseThrow();
            assertThat(entry.recordedBy()).isEqualTo(Ledger.CLIENT);
            assertThat(ledger.check(deal.id()).holds()).isTrue();
            var page = text(Visitor.person(port, REP, "Only4Tests-" + REP).get("/opportunities/" + deal.id()));
            assertThat(page)
                    .contains(
                            "Earn the meeting, ",
                            "The client confirmed every point.",
                            "(Ada Brook) answered what was recorded.");
        }

        @Test
        void whatTheClientCorrectsIsSeenAndMovesNothing() {
            var made = make(Map.of());
            var stage = deal.stage();
            var client = Visitor.nobody(port);
            var page = text(client.get(path(made)));
            var point = entry("time");
            answer(
                    client,
                    path(made),
                    Map.of("answer" + point, "not-right", "words" + point, "We said Friday, <b>not</b> Thursday"));
            assertThat(page).contains("answer" + point);
            assertThat(deal.stage()).isEqualTo(stage);
            assertThat(deal.history().holdings().get("time").corrected()).isTrue();
            assertThat(deal.history().holdings().get("time").verified()).isFalse();
            assertThat(deal.history().holdings().get("fit-hypothesis").verified())
                    .isTrue();
            assertThat(text(Visitor.person(port, REP, "Only4Tests-" + REP).get("/opportunities/" + deal.id())))
                    .contains("The client corrected 1 of 3 points. Talk to them.")
                    .contains("is not right as it was recorded", "We said Friday, &lt;b&gt;not&lt;/b&gt; Thursday");
        }

        @Test
        void anAnswerIsWholeOrNothingIsWritten() {
            var made = make(Map.of());
            var client = Visitor.nobody(port);
            var point = entry("time");
            var fields = fields(client, path(made));
            fields.put("by", " ");
            fields.remove("answer" + entry("fit-hypothesis"));
            fields.put("answer" + point, "not-right");
            var refused = post(client, path(made), fields);
            assertThat(refused.getStatusCode().value()).isEqualTo(422);
            assertThat(text(refused))
                    .contains(
                            "please say whether it is right",
                            "please write what is not right",
                            "Please write your name.");
            assertThat(answers()).isEmpty();
        }

        @Test
        void answeringTwiceChangesNothing() {
            var made = make(Map.of());
            var client = Visitor.nobody(port);
            var fields = fields(client, path(made));
            post(client, path(made), fields);
            var before = deal.history().entries().size();
            fields.put("answer" + entry("time"), "not-right");
            fields.put("words" + entry("time"), "No, we never said so");
            var second = post(client, path(made), fields);
            assertThat(text(second)).contains("Thank you");
            assertThat(deal.history().entries()).hasSize(before);
        }

        @Test
        void anExpiredLinkSaysWhatToDoAndOpensNothing() {
            var made = make(Map.of());
            var client = Visitor.nobody(port);
            var fields = fields(client, path(made));
            clock.advance(Period.ofDays(30));
            var late = client.get(path(made));
            assertThat(late.getStatusCode().value()).isEqualTo(410);
            assertThat(text(late)).contains("This link has expired").doesNotContain("Northwind", words("time"));
            assertThat(post(client, path(made), fields).getStatusCode().value()).isEqualTo(410);
            assertThat(answers()).isEmpty();
        }

        @Test
        void aNewLinkTakesTheOldOnesPlace() {
            var old = make(Map.of());
            var client = Visitor.nobody(port);
            var fields = fields(client, path(old));
            var newer = make(Map.of());
            assertThat(client.get(path(old)).getStatusCode().value()).isEqualTo(410);
            assertThat(text(client.get(path(old)))).contains("There is a newer link");
            assertThat(post(client, path(old), fields).getStatusCode().value()).isEqualTo(410);
            assertThat(answers()).isEmpty();
            assertThat(client.get(path(newer)).getStatusCode().value()).isEqualTo(200);
        }

        @Test
        void noForgedLinkOpensAnything() {
            var path = path(make(Map.of()));
            var other = deals.open("50000", "new-business", REP).gain(EARN);
            var others = path(make(other, Map.of()));
            int id = "/recaps/".length() + 22;
            var client = Visitor.nobody(port);
            List<String> forged = new ArrayList<>(List.of(
                    path.substring(0, id) + others.substring(id),
                    path.substring(0, path.length() - 1),
                    path + "A",
                    path.substring(0, id),
                    path.substring(0, id) + "A".repeat(43),
                    "/recaps/" + "A".repeat(65),
                    "/recaps/" + deal.id()));
            for (int at : List.of(id - 22, id - 1, id, id + 20, path.length() - 2)) {
                char flipped = path.charAt(at) == 'A' ? 'B' : 'A';
                forged.add(path.substring(0, at) + flipped + path.substring(at + 1));
            }
            for (var link : forged) {
                var answer = client.get(link);
                assertThat(answer.getStatusCode().value()).as(link).isEqualTo(404);
                assertThat(text(answer)).contains("This link opens nothing").doesNotContain("Northwind");
                assertThat(post(client, link, Map.of("by", "Ada"))
                                .getStatusCode()
                                .value())
                        .as(link)
                        .isEqualTo(404);
            }
            assertThat(answers()).isEmpty();
        }

        @Test
        void whoCanWriteToTheDatabaseCannotMakeALinkMeanSomethingElse() {
            var path = path(make(Map.of()));
            var id = path.substring("/recaps/".length(), "/recaps/".length() + 22);
            jdbc.sql("update t2c_recap set first_entry = first_entry + 1 where id = :id")
                    .param("id", id)
                    .update();
            assertThat(Visitor.nobody(port).get(path).getStatusCode().value()).isEqualTo(404);
        }

        @Test
        void theFormIsSentFromItsOwnPageOnly() {
            var made = make(Map.of());
            var client = Visitor.nobody(port);
            var fields = fields(client, path(made));
            fields.put("form", "A".repeat(43));
            assertThat(post(client, path(made), fields).getStatusCode().value()).isEqualTo(403);
            fields.remove("form");
            var refused = post(client, path(made), fields);
            assertThat(text(refused)).contains("Please send it again from here.", "value=\"Ada Brook\"");
            var elsewhere = client.send(
                    HttpMethod.POST,
                    path(made),
                    Visitor.form(fields(client, path(made))),
                    Map.of("Sec-Fetch-Site", "cross-site"));
            assertThat(elsewhere.getStatusCode().value()).isEqualTo(403);
            assertThat(answers()).isEmpty();
        }

        @Test
        void whoSellsDoesNotAnswerForTheClient() {
            var made = make(Map.of());
            var seller = Visitor.person(port, REP, "Only4Tests-" + REP);
            assertThat(text(seller.get(path(made)))).contains("Only the client answers here.");
            assertThat(post(seller, path(made), fields(seller, path(made)))
                            .getStatusCode()
                            .value())
                    .isEqualTo(403);
            assertThat(answers()).isEmpty();
        }

        @Test
        void onlyAConversationThatYieldedSomethingCanBeConfirmed() {
            var fresh = deals.open("50000", "new-business", REP);
            assertThat(post(fresh, Map.of()).status()).isEqualTo(409);
            fresh.notYet(EARN, "fit-hypothesis", "value-for-client", "time");
            assertThat(post(fresh, Map.of("conversation", EARN)).status()).isEqualTo(409);
            assertThat(post(fresh, Map.of("entry", 1)).status()).isEqualTo(409);
            assertThat(post(fresh, Map.of("entry", "x", "mood", "good"))
                            .body()
                            .path("faults")
                            .findValuesAsText("code"))
                    .containsExactly("undeclared", "out-of-range");
        }

        @Test
        void aColleagueCannotMakeALink() {
            deals.user("walter");
            var other = new Http(port, "walter", "Only4Tests-walter");
            assertThat(other.post("/api/opportunities/" + deal.id() + "/recaps", Map.of())
                            .status())
                    .isEqualTo(404);
        }

        @Test
        void aGateThatWantsItVerifiedOpensOnceTheClientConfirmed() throws IOException {
            var table = Files.readString(Path.of("bpmn/exit-criteria.dmn"));
            int rule = table.indexOf("<rule id=\"Rule_Time\">");
            int proof = table.indexOf("<text>\"none\"</text>", rule);
            assertThat(rule).isPositive();
            deploy(table.substring(0, proof) + "<text>\"verified\"</text>"
                    + table.substring(proof + "<text>\"none\"</text>".length()));
            var strict = deals.open("50000", "new-business", REP).gain(EARN);
            assertThat(strict.stage()).isEqualTo("target");
            var gaps = rep.get("/api/opportunities/" + strict.id()).body().path("gaps");
            assertThat(gaps.findValuesAsText("reason")).containsExactly("proof-missing");
            var made = make(strict, Map.of());
            answer(Visitor.nobody(port), path(made), Map.of());
            assertThat(strict.settle().stage()).isEqualTo("discovery");
            assertThat(strict.openConversations()).doesNotContain(EARN);
        }

        private void deploy(String table) {
            deployments.add(repository
                    .createDeployment()
                    .addString("exit-criteria.dmn", table)
                    .deploy()
                    .getId());
            deals.commit(port);
        }

        private JsonNode make(Map<String, Object> body) {
            return make(deal, body);
        }

        private JsonNode make(Deal of, Map<String, Object> body) {
            var answer = post(of, body);
            assertThat(answer.status()).as(answer.body()::toString).isEqualTo(201);
            return answer.body();
        }

        private Http.Answer post(Deal of, Map<String, Object> body) {
            return rep.post("/api/opportunities/" + of.id() + "/recaps", body);
        }

        private static String path(JsonNode made) {
            var link = made.path("link").asText();
            return link.substring(link.indexOf("/recaps/"));
        }

        /** Everything right, as a client fills it in. */
        private static Map<String, String> fields(Visitor client, String path) {
            var page = text(client.get(path));
            Map<String, String> fields = new HashMap<>();
            POINT.matcher(page).results().forEach(found -> fields.put(found.group(1), "right"));
            var form = FORM.matcher(page);
            assertThat(form.find()).isTrue();
            fields.put("form", form.group(1));
            fields.put("by", "Ada Brook");
            return fields;
        }

        private static ResponseEntity<String> answer(Visitor client, String path, Map<String, String> instead) {
            var fields = fields(client, path);
            fields.putAll(instead);
            return post(client, path, fields);
        }

        private static ResponseEntity<String> post(Visitor client, String path, Map<String, String> fields) {
            return client.send(HttpMethod.POST, path, Visitor.form(fields), Map.of());
        }

        private List<Entry> answers() {
            return deal.history().entries().stream()
                    .filter(entry -> entry.kind() == EntryKind.VERIFIED || entry.kind() == EntryKind.CORRECTED)
                    .toList();
        }

        private int entry(String item) {
            return deal.history().holdings().get(item).number();
        }

        private String words(String item) {
            return Answers.words(deals.item(item)).replace("'", "&#39;");
        }

        private static String text(ResponseEntity<String> answer) {
            return String.valueOf(answer.getBody());
        }
    }
}
