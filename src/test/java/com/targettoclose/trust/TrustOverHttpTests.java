package com.targettoclose.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.process.people.Group;
import com.targettoclose.process.people.SalesTeams;
import com.targettoclose.report.facts.KeepFacts;
import com.targettoclose.security.Visitor;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.Http;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;

/** Who sees which figures, and what the report, its page and its files say. */
class TrustOverHttpTests {

    private static final String REPORT = "/api/reports/trust";

    @Nested
    @OnH2
    class OnH2Database extends Body {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Body {}

    abstract static class Body {

        private static final String REP = "trudy";
        private static final String STRANGER = "stefan";
        private static final String MANAGER = "mathilda";

        @LocalServerPort
        int port;

        @Autowired
        KeepFacts facts;

        @Autowired
        Deals deals;

        @Autowired
        Ledger ledger;

        @Autowired
        Opportunities opportunities;

        @Autowired
        IdentityService identities;

        @Autowired
        SalesTeams teams;

        @Autowired
        TransactionTemplate transactions;

        @BeforeEach
        void aTeamAndAStranger() {
            // others may have left more news than the report reads by itself
            facts.catchUp(Integer.MAX_VALUE);
            user(STRANGER, Group.REP);
            user(MANAGER, Group.MANAGER);
            user("trust-leader", Group.LEADER);
            user("trust-owner", Group.PROCESS_OWNER);
            user("trust-ops", Group.OPERATIONS);
            user("trust-admin", Group.ADMIN);
            transactions.executeWithoutResult(tx -> teams.keepOnly(REP, Set.of(MANAGER)));
            deals.open("50000", "new-business", REP).reach("discovery");
            deals.open("50000", "new-business", STRANGER);
        }

        @Test
        void aLeaderSeesAllAndAManagerTheirTeam() {
            assertThat(owners(as("trust-leader").get(REPORT).body())).contains(REP, STRANGER);
            var managers = as(MANAGER).get(REPORT).body();
            assertThat(owners(managers)).containsExactly(REP);
            assertThat(managers.path("figures").path("process").path("open").asLong())
                    .isPositive();
            assertThat(managers.path("teams").get(0).path("group").asText()).isEqualTo(MANAGER);
            assertThat(managers.path("figures")
                            .path("following")
                            .path("verdict")
                            .asText())
                    .isEqualTo("too-few");
            assertThat(managers.path("note").asText()).contains("not what caused what");
        }

        @ParameterizedTest
        @ValueSource(strings = {REP, "trust-owner", "trust-ops", "trust-admin"})
        void nobodyElseSeesAny(String user) {
            assertThat(as(user).get(REPORT).status()).isEqualTo(403);
            for (var path : List.of("/report", "/report/tables/people")) {
                assertThat(visit(user, path).getStatusCode().value()).as(path).isEqualTo(403);
            }
        }

        @Test
        void aManagerAsksForNobodyElsesDeals() {
            for (var question : List.of("?rep=stefan", "?team=trust-leader")) {
                var answer = as(MANAGER).get(REPORT + question);
                assertThat(answer.status()).isEqualTo(422);
                assertThat(answer.body().path("figures").isMissingNode()).isTrue();
                assertThat(visit(MANAGER, "/report" + question).getBody())
                        .contains("role=\"alert\"")
                        .doesNotContain("=Stefan");
                assertThat(visit(MANAGER, "/report/tables/people" + question)
                                .getStatusCode()
                                .value())
                        .isEqualTo(400);
            }
            assertThat(owners(as("trust-leader").get(REPORT + "?rep=" + REP).body()))
                    .containsExactly(REP);
            assertThat(owners(
                            as("trust-leader").get(REPORT + "?team=" + MANAGER).body()))
                    .containsExactly(REP);
        }

        @Test
        void everyFaultOfAQuestionIsToldAtOnce() {
            var answer = as("trust-leader").get(REPORT + "?from=yesterday&dealType=big&sizeBand=huge&to=2026-13-01");
            assertThat(answer.status()).isEqualTo(422);
            assertThat(StreamSupport.stream(answer.body().path("faults").spliterator(), false)
                            .map(fault -> fault.path("field").asText()))
                    .containsExactlyInAnyOrder("from", "to", "dealType", "sizeBand");
            var backwards = as("trust-leader").get(REPORT + "?from=2026-03-02&to=2026-03-01");
            assertThat(backwards.body().path("faults").get(0).path("field").asText())
                    .isEqualTo("to");
        }

        @Test
        void theDealsBehindEachNumberAreALinkAway() {
            var other = deals.open("50000", "new-business", STRANGER).reach("discovery");
            var mine = deals.open("50000", "new-business", REP).reach("diagnosis");
            facts.catchUp(Integer.MAX_VALUE);
            for (var user : List.of(MANAGER, "trust-leader")) {
                var page = String.valueOf(visit(user, "/report?rep=" + REP).getBody());
                var links = Pattern.compile("href=\"(/report/deals[^\"]*)\"")
                        .matcher(page)
                        .results()
                        .map(link -> link.group(1).replace("&amp;", "&"))
                        .toList();
                assertThat(links).hasSizeGreaterThan(20);
                for (var link : links) {
                    assertThat(visit(user, link).getStatusCode().value())
                            .as(link)
                            .isEqualTo(200);
                }
            }
            var stage = "/report/deals?of=stage&value=discovery";
            var managers = String.valueOf(visit(MANAGER, stage).getBody());
            assertThat(managers)
                    .contains("/opportunities/" + mine.id() + "\"", ">passed<")
                    .doesNotContain(other.id());
            assertThat(visit("trust-leader", stage + "&rep=" + STRANGER).getBody())
                    .contains("/opportunities/" + other.id() + "\"", "stands there");
            assertThat(visit(MANAGER, "/report/deals?of=rep&value=" + STRANGER).getBody())
                    .contains("No deal stands behind it");
            assertThat(visit(MANAGER, "/report/deals?of=team&value=trust-leader")
                            .getBody())
                    .contains("role=\"alert\"");
            assertThat(visit(MANAGER, "/report/deals?of=late&page=7").getBody()).contains("No deal stands behind it");
            for (var odd : List.of("/report/deals?of=rep&value=a%00b", "/report?team=a%00b", "/report?rep=a%00b")) {
                assertThat(visit("trust-leader", odd).getStatusCode().value())
                        .as(odd)
                        .isLessThan(500);
            }
            assertThat(visit(REP, stage).getStatusCode().value()).isEqualTo(403);
        }

        @Test
        void dealsThatWentBackAreFlagged() {
            var deal = deals.open("50000", "new-business", REP).reach("discovery");
            transactions.executeWithoutResult(status -> {
                opportunities.lock(deal.id());
                ledger.append(deal.id(), List.of(Draft.of(EntryKind.RE_ENTERED)), REP);
            });
            facts.catchUp(Integer.MAX_VALUE);
            assertThat(visit(MANAGER, "/report").getBody()).contains("of=rerouted", "back to the start of the roadmap");
            assertThat(visit(MANAGER, "/report/deals?of=rerouted").getBody()).contains(deal.id());
        }

        @Test
        void theFiguresStandOnTheDiagrams() {
            var path = "/api/reports/diagrams?rep=" + REP;
            var leader = as("trust-leader");
            long before = standing(leader.get(path).body());
            var deal = deals.open("50000", "new-business", REP).reach("discovery");
            assertThat(standing(leader.get(path).body())).isEqualTo(before + 1);
            deal.gain("UserTask_ExploreTheNeedToChange");
            facts.catchUp(Integer.MAX_VALUE);
            var answer = leader.get(path).body();
            assertThat(answer.path("edition").asInt()).isPositive();
            var explore = part(answer, "stage-discovery", "UserTask_ExploreTheNeedToChange");
            assertThat(explore.path("kind").asText()).isEqualTo("conversation");
            assertThat(explore.path("gained").path("count").asLong()).isPositive();
            assertThat(explore.path("lines").get(0).asText()).contains(" open · ");
            var gate = part(answer, "stage-target", "ServiceTask_VerifyExitCriteria");
            assertThat(gate.path("passed").asLong())
                    .isEqualTo(part(answer, "target-to-close", "CallActivity_Target")
                            .path("passed")
                            .asLong())
                    .isPositive();
            var managers = as(MANAGER).get("/api/reports/diagrams").body();
            assertThat(standing(managers)).isEqualTo(before + 1);
            assertThat(as("trust-leader").get(path + "&edition=999999").status())
                    .isEqualTo(422);
            assertThat(as("trust-leader").get(path + "&edition=one").status()).isEqualTo(422);
            assertThat(as(REP).get("/api/reports/diagrams").status()).isEqualTo(403);
            assertThat(as("trust-admin").get("/api/reports/diagrams").status()).isEqualTo(403);
        }

        /** Who redesigns or runs the process sees how everybody's deals get on, and no one's in particular. */
        @ParameterizedTest
        @ValueSource(strings = {"trust-owner", "trust-ops"})
        void onTheDiagramsNobodyIsNamed(String user) {
            var answer = as(user).get("/api/reports/diagrams");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(standing(answer.body())).isPositive();
            assertThat(answer.body().toString()).doesNotContain(REP, STRANGER);
            for (var person : List.of("rep=" + REP, "team=" + MANAGER)) {
                assertThat(as(user).get("/api/reports/diagrams?" + person).status())
                        .isEqualTo(422);
            }
            assertThat(visit(user, "/report/diagrams").getStatusCode().value()).isEqualTo(200);
            assertThat(visit(user, "/report/diagrams?rep=" + REP).getBody()).contains("role=\"alert\"");
            assertThat(visit(user, "/report/diagrams/no:such:thing")
                            .getStatusCode()
                            .value())
                    .isEqualTo(204);
        }

        private static long standing(JsonNode answer) {
            return part(answer, "target-to-close", "CallActivity_Discovery")
                    .path("standing")
                    .asLong();
        }

        private static JsonNode part(JsonNode answer, String process, String element) {
            return StreamSupport.stream(answer.path("diagrams").spliterator(), false)
                    .filter(diagram -> diagram.path("process").asText().equals(process))
                    .flatMap(diagram ->
                            StreamSupport.stream(diagram.path("parts").spliterator(), false))
                    .filter(part -> part.path("id").asText().equals(element))
                    .findFirst()
                    .orElseThrow();
        }

        @Test
        void thePageAnswersWithoutAScriptOrAStyleOfItsOwn() {
            var page = visit("trust-leader", "/report").getBody();
            assertThat(page).as("what every page of ours has").contains("src=\"/look/typed.js\"");
            assertThat(page.replaceFirst("<script[^>]*src=\"/look/typed.js\"[^>]*>", ""))
                    .contains("Does following the process win?", "Where do deals die?", "Who needs help?")
                    .contains("of=rep&amp;value=stefan")
                    .doesNotContain("<script", "style=", "onclick");
        }

        @Test
        void aTableIsAFileInWhichNothingIsAFormula() {
            var file = visit("trust-leader", "/report/tables/people");
            assertThat(file.getHeaders().getFirst("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
            assertThat(file.getHeaders().getFirst("Content-Disposition")).contains("people.csv");
            assertThat(file.getBody()).startsWith("Rep,").contains("\n'=Stefan,", "trudy Test,");
            assertThat(visit("trust-leader", "/report/tables/nothing")
                            .getStatusCode()
                            .value())
                    .isEqualTo(404);
        }

        private static List<String> owners(JsonNode answer) {
            return StreamSupport.stream(answer.path("figures").path("people").spliterator(), false)
                    .map(line -> line.path("owner").asText())
                    .toList();
        }

        private void user(String id, Group group) {
            if (identities.createUserQuery().userId(id).count() == 0) {
                var user = identities.newUser(id);
                user.setPassword("Only4Tests-" + id);
                user.setFirstName("=" + id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1));
                identities.saveUser(user);
                identities.createMembership(id, group.id());
            }
        }

        private ResponseEntity<String> visit(String user, String path) {
            return Visitor.person(port, user, "Only4Tests-" + user).get(path);
        }

        private Http as(String user) {
            return new Http(port, user, "Only4Tests-" + user);
        }
    }
}
