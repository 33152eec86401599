package com.targettoclose.pipeline.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.conversation.Commitment;
import com.targettoclose.conversation.Item;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.opportunity.Status;
import com.targettoclose.process.people.Group;
import com.targettoclose.process.people.SalesTeams;
import com.targettoclose.process.roadmap.Roadmaps;
import com.targettoclose.security.Visitor;
import com.targettoclose.testing.Answers;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.Http;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import com.targettoclose.testing.TestClock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** A client that gives everything in one conversation that nobody planned. */
class EverythingAtOnceTests {

    @Nested
    @OnH2
    class OnH2Database extends Body {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Body {}

    abstract static class Body {

        private static final String REP = "zelda";
        private static final String MANAGER = "arno";

        @LocalServerPort
        int port;

        @Autowired
        Deals deals;

        @Autowired
        Roadmaps roadmaps;

        @Autowired
        IdentityService identities;

        @Autowired
        SalesTeams teams;

        @Autowired
        TransactionTemplate transactions;

        @Test
        void runsToWonWithoutAFakeTaskAndItsAdherenceAndItsManagerAreTold() {
            manager();
            var deal = deals.open("50000", "new-business", REP);
            var items = roadmaps.of(deal.opportunity()).items().values();
            var recorded = new Http(port, REP, "Only4Tests-" + REP)
                    .post(
                            "/api/opportunities/" + deal.id() + "/conversations",
                            Map.of(
                                    "contact",
                                    "Ada Brook",
                                    "heldOn",
                                    TestClock.TODAY.toString(),
                                    "channel",
                                    "meeting",
                                    "items",
                                    items.stream().map(Body::gained).toList()));
            assertThat(recorded.status()).isEqualTo(201);
            deal.settle();

            assertThat(deal.status()).isEqualTo(Status.WON);
            assertThat(deal.stage()).isNull();
            assertThat(deal.openConversations()).isEmpty();
            assertThat(deal.history().entries())
                    .filteredOn(entry -> entry.kind() == EntryKind.GAINED)
                    .hasSameSizeAs(items)
                    .allSatisfy(entry -> assertThat(entry.content().origin()).isNull());
            assertThat(deal.adherence()).hasValue(0);

            var manager = Visitor.person(port, MANAGER, "Only4Tests-" + MANAGER);
            assertThat(manager.get("/opportunities/" + deal.id()).getBody())
                    .contains(items.size() + " points were recorded afterwards", "Its manager sees this too.")
                    .contains("0 % of what its gates required", "The deal is won.");
            assertThat(manager.get("/opportunities?text=" + deal.id()).getBody())
                    .contains(items.size() + " recorded afterwards");
        }

        private static Map<String, String> gained(Item item) {
            Map<String, String> answer = new LinkedHashMap<>();
            answer.put("item", item.id());
            answer.put("state", "gained");
            answer.put("words", Answers.words(item));
            if (item instanceof Commitment) {
                answer.put("proof", "signature");
                answer.put("link", "https://files.example.com/" + item.id());
            }
            return answer;
        }

        private void manager() {
            List.of(REP, MANAGER).forEach(deals::user);
            if (identities
                            .createUserQuery()
                            .userId(MANAGER)
                            .memberOfGroup(Group.MANAGER.id())
                            .count()
                    == 0) {
                identities.createMembership(MANAGER, Group.MANAGER.id());
            }
            transactions.executeWithoutResult(status -> teams.keep(REP, MANAGER));
        }
    }
}
