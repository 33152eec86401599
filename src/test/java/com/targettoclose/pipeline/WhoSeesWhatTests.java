package com.targettoclose.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.targettoclose.process.people.Group;
import com.targettoclose.process.people.SalesTeams;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.Http;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** A rep sees their own opportunities, a manager their team's, a leader all; who looks after the process changes none. */
class WhoSeesWhatTests {

    @Nested
    @OnH2
    class OnH2Database extends Body {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Body {}

    abstract static class Body {

        private static final String REP = "seen-rep";
        private static final String COLLEAGUE = "seen-colleague";
        private static final String STRANGER = "seen-stranger";
        private static final String MANAGER = "seen-manager";
        private static final Map<String, Object> TERMS = Map.of("value", "60000", "currency", "USD");

        @LocalServerPort
        int port;

        @Autowired
        Deals deals;

        @Autowired
        IdentityService identities;

        @Autowired
        SalesTeams teams;

        @Autowired
        TransactionTemplate transactions;

        private Deal ofRep;
        private Deal ofStranger;

        @BeforeEach
        void aTeamOfTwoAndAStranger() {
            List.of(COLLEAGUE, STRANGER).forEach(deals::user);
            user(MANAGER, Group.MANAGER);
            user("seen-leader", Group.LEADER);
            user("seen-owner", Group.PROCESS_OWNER);
            user("seen-operations", Group.OPERATIONS);
            user("seen-admin", Group.ADMIN);
            transactions.executeWithoutResult(tx -> {
                teams.keep(REP, MANAGER);
                teams.keep(COLLEAGUE, MANAGER);
            });
            ofRep = deals.open("50000", "new-business", REP).gain("UserTask_EarnTheMeeting");
            ofStranger = deals.open("50000", "new-business", STRANGER);
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource({
            "seen-rep, 200, 404",
            "seen-colleague, 404, 404",
            "seen-stranger, 404, 200",
            "seen-manager, 200, 404",
            "seen-leader, 200, 200",
            "seen-owner, 200, 200",
            "seen-operations, 200, 200",
            "seen-admin, 200, 200"
        })
        void eachSeesTheirs(String user, int ofRepStatus, int ofStrangerStatus) {
            for (var part : List.of("", "/ledger")) {
                assertThat(as(user).get(path(ofRep) + part).status()).isEqualTo(ofRepStatus);
                assertThat(as(user).get(path(ofStranger) + part).status()).isEqualTo(ofStrangerStatus);
            }
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource({
            "seen-rep, 200, 404",
            "seen-colleague, 404, 404",
            "seen-manager, 200, 404",
            "seen-leader, 200, 200",
            "seen-owner, 403, 403",
            "seen-operations, 403, 403",
            "seen-admin, 403, 403"
        })
        void eachChangesTheirs(String user, int ofRepStatus, int ofStrangerStatus) {
            assertThat(as(user).post(path(ofRep) + "/terms", TERMS).status()).isEqualTo(ofRepStatus);
            assertThat(as(user).post(path(ofStranger) + "/terms", TERMS).status())
                    .isEqualTo(ofStrangerStatus);
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource({
            "seen-rep, 403",
            "seen-manager, 201",
            "seen-leader, 201",
            "seen-owner, 403",
            "seen-operations, 403",
            "seen-admin, 403"
        })
        void aManagerOpensForTheirTeam(String user, int status) {
            var opening = Map.of("account", "Harbour Tools", "owner", COLLEAGUE);
            assertThat(as(user).post("/api/opportunities", opening).status()).isEqualTo(status);
            var forStranger = Map.of("account", "Harbour Tools", "owner", STRANGER);
            assertThat(as(MANAGER).post("/api/opportunities", forStranger).status())
                    .isEqualTo(403);
        }

        @Test
        void listsHoldWhatOneSees() {
            assertThat(owners("/api/opportunities?size=200", REP)).containsExactly(REP);
            assertThat(owners("/api/opportunities?size=200", MANAGER))
                    .contains(REP)
                    .isSubsetOf(REP, COLLEAGUE, MANAGER);
            assertThat(owners("/api/opportunities?size=200&owner=" + REP, MANAGER))
                    .containsExactly(REP);
            assertThat(owners("/api/opportunities?size=200&owner=" + STRANGER, "seen-leader"))
                    .containsExactly(STRANGER);
            assertThat(as(MANAGER).get("/api/opportunities?owner=" + STRANGER).status())
                    .isEqualTo(403);
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource({
            "seen-rep, true",
            "seen-manager, true",
            "seen-leader, true",
            "seen-owner, false",
            "seen-operations, false",
            "seen-admin, false"
        })
        void theClientsWordsAreForThoseWhoSell(String user, boolean read) {
            var ledger = as(user).get(path(ofRep) + "/ledger").body();
            var said = StreamSupport.stream(ledger.path("entries").spliterator(), false)
                    .anyMatch(entry -> entry.hasNonNull("words") || entry.hasNonNull("contact"));
            assertThat(said).isEqualTo(read);
            assertThat(ledger.path("chainHolds").asBoolean()).isTrue();
        }

        @Test
        void whoLedThemBeforeLeadsThemNoMore() {
            user("seen-second-manager", Group.MANAGER);
            transactions.executeWithoutResult(tx -> teams.keepOnly(REP, Set.of("seen-second-manager")));
            assertThat(as("seen-second-manager").get(path(ofRep)).status()).isEqualTo(200);
            assertThat(as(MANAGER).get(path(ofRep)).status()).isEqualTo(404);
            transactions.executeWithoutResult(tx -> teams.keepOnly(REP, Set.of(MANAGER)));
        }

        private List<String> owners(String list, String user) {
            return StreamSupport.stream(
                            as(user).get(list).body().path("content").spliterator(), false)
                    .map((JsonNode line) -> line.path("owner").asText())
                    .distinct()
                    .toList();
        }

        private void user(String id, Group group) {
            if (identities.createUserQuery().userId(id).count() == 0) {
                var user = identities.newUser(id);
                user.setPassword("Only4Tests-" + id);
                identities.saveUser(user);
                identities.createMembership(id, group.id());
            }
        }

        private Http as(String user) {
            return new Http(port, user, "Only4Tests-" + user);
        }

        private static String path(Deal deal) {
            return "/api/opportunities/" + deal.id();
        }
    }
}
