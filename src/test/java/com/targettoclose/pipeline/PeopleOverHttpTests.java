package com.targettoclose.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.gate.WaiverPolicy.RawAsk;
import com.targettoclose.gate.WaiverPolicy.RawDecision;
import com.targettoclose.opportunity.Status;
import com.targettoclose.process.people.Actor;
import com.targettoclose.process.people.Group;
import com.targettoclose.process.people.SalesTeams;
import com.targettoclose.process.requests.AskForWaiver;
import com.targettoclose.process.requests.AskForWaiver.Result.Asked;
import com.targettoclose.process.requests.DecideWaiver;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.Http;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** Reps who leave and teams that change, over HTTP. */
class PeopleOverHttpTests {

    @Nested
    @OnH2
    class OnH2Database extends Body {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Body {}

    abstract static class Body {

        private static final String LEAVER = "pleaver";
        private static final String HEIR = "pheir";
        private static final String MANAGER = "pmax";
        private static final String OTHER_MANAGER = "pmona";
        private static final String LEADER = "plena";
        private static final String DECIDE = "UserTask_DecideTheWaiver";

        @LocalServerPort
        int port;

        @Autowired
        Deals deals;

        @Autowired
        IdentityService identities;

        @Autowired
        SalesTeams teams;

        @Autowired
        TaskService tasks;

        @Autowired
        AskForWaiver askForWaiver;

        @Autowired
        DecideWaiver decideWaiver;

        @Autowired
        TransactionTemplate transactions;

        @BeforeEach
        void users() {
            deals.user(LEAVER);
            deals.user(HEIR);
            join(MANAGER, Group.MANAGER);
            join(OTHER_MANAGER, Group.MANAGER);
            join(LEADER, Group.LEADER);
            transactions.executeWithoutResult(tx -> teams.keepOnly(LEAVER, Set.of(MANAGER)));
        }

        @Test
        void nothingStaysWithARepWhoLeaves() {
            var open = open().reach("discovery");
            var ended = open().reach("discovery");
            var asked = ask(ended);
            var refuse = new RawDecision("refused", "Ask them again", null, null);
            var manager = new Actor(MANAGER, Set.of("manager"));
            assertThat(decideWaiver.decide(ended.id(), asked, refuse, manager, null))
                    .isEmpty();
            var lost = Map.of("as", "lost", "reason", "price", "words", "Too dear");
            assertThat(http(LEAVER)
                            .post("/api/opportunities/" + ended.id() + "/closing", lost)
                            .status())
                    .isEqualTo(200);
            var sent = Map.of("from", LEAVER, "owner", HEIR, "note", "She moved to Rome");
            assertThat(http(HEIR).post("/api/hand-overs", sent).status())
                    .as("a colleague")
                    .isEqualTo(403);
            var done = http(MANAGER).post("/api/hand-overs", sent);
            assertThat(done.status()).as(done.body()::toString).isEqualTo(200);
            assertThat(done.body().path("handedOver").toString())
                    .contains(open.id())
                    .doesNotContain(ended.id());
            assertThat(open.opportunity().owner()).isEqualTo(HEIR);
            assertThat(ended.status()).isEqualTo(Status.LOST);
            assertThat(tasks.createTaskQuery().taskAssignee(LEAVER).list()).isEmpty();
            assertThat(ended.task("UserTask_TakeNoteOfTheDecision").getAssignee())
                    .isEqualTo(HEIR);
        }

        @Test
        void whatAManagerWhoLeavesHadToDecideTheLeadersDecide() {
            var deal = open().reach("discovery");
            ask(deal);
            assertThat(deal.task(DECIDE).getAssignee()).isEqualTo(MANAGER);
            var done = http(LEADER).post("/api/hand-overs", Map.of("from", MANAGER, "owner", OTHER_MANAGER));
            assertThat(done.status()).as(done.body()::toString).isEqualTo(200);
            assertThat(deal.task(DECIDE).getAssignee()).isNull();
            assertThat(groups(deal.task(DECIDE))).containsExactly("leader");
        }

        @Test
        void anIdThatNoDatabaseTakesIsNobodys() {
            var odd = "a\u0000b";
            var deal = open();
            var faults = http(MANAGER)
                    .post("/api/opportunities/" + deal.id() + "/owner", Map.of("owner", odd))
                    .body()
                    .path("faults");
            assertThat(faults.get(0).path("code").asText()).isEqualTo("unknown-user");
            var opening = Map.of("account", "Northwind", "owner", odd, "dealType", "new-business");
            assertThat(http(LEADER).post("/api/opportunities", opening).status())
                    .isEqualTo(422);
            assertThat(http(LEADER)
                            .put("/api/teams/" + LEAVER, Map.of("managers", List.of(odd)))
                            .status())
                    .isEqualTo(422);
        }

        @Test
        void severalAreHandedOverOrNone() {
            var own = open();
            var others = deals.open("50000", "new-business", HEIR);
            var rep = http(LEAVER);
            var both = Map.of("opportunities", List.of(own.id(), others.id()), "owner", MANAGER);
            assertThat(rep.post("/api/hand-overs", both).status()).isEqualTo(404);
            assertThat(own.opportunity().owner()).isEqualTo(LEAVER);
            var nobody = Map.of("opportunities", List.of(own.id()), "owner", "nobody", "tip", "much");
            assertThat(rep.post("/api/hand-overs", nobody).status()).isEqualTo(422);
            assertThat(rep.post("/api/hand-overs", Map.of("owner", HEIR)).status())
                    .isEqualTo(409);
            var mixed = Map.of("opportunities", List.of(own.id()), "from", LEAVER, "owner", HEIR);
            assertThat(rep.post("/api/hand-overs", mixed).status()).isEqualTo(409);
            var second = open();
            var two = Map.of("opportunities", List.of(own.id(), second.id()), "owner", HEIR);
            assertThat(rep.post("/api/hand-overs", two)
                            .body()
                            .path("handedOver")
                            .size())
                    .isEqualTo(2);
            assertThat(second.task("UserTask_EarnTheMeeting").getAssignee()).isEqualTo(HEIR);
        }

        @Test
        void whoLeadsARepIsSaidByALeaderAndTheirTasksFollow() {
            var deal = open().reach("discovery");
            ask(deal);
            var conversation = "UserTask_ExploreTheNeedToChange";
            assertThat(deal.task(conversation).getOwner()).isEqualTo(MANAGER);
            var path = "/api/teams/" + LEAVER;
            assertThat(http(MANAGER)
                            .put(path, Map.of("managers", List.of(MANAGER)))
                            .status())
                    .isEqualTo(403);
            var leader = http(LEADER);
            assertThat(leader.put("/api/teams/nobody", Map.of("managers", List.of()))
                            .status())
                    .isEqualTo(404);
            assertThat(leader.put(path, Map.of("managers", List.of("nobody", LEAVER)))
                            .status())
                    .isEqualTo(422);
            var led = leader.put(path, Map.of("managers", List.of(OTHER_MANAGER)));
            assertThat(led.status()).as(led.body()::toString).isEqualTo(200);
            assertThat(leader.get(path).body().path("managers").toString()).isEqualTo("[\"" + OTHER_MANAGER + "\"]");
            assertThat(deal.task(conversation).getOwner()).isEqualTo(OTHER_MANAGER);
            assertThat(deal.task(DECIDE).getAssignee()).isEqualTo(OTHER_MANAGER);
            leader.put(path, Map.of("managers", List.of()));
            assertThat(deal.task(conversation).getOwner()).isNull();
            assertThat(deal.task(DECIDE).getAssignee()).isNull();
            assertThat(groups(deal.task(DECIDE))).containsExactly("leader");
        }

        private Deal open() {
            return deals.open("50000", "new-business", LEAVER);
        }

        private int ask(Deal deal) {
            var ask = new RawAsk(List.of("agenda-agreed"), "They will not plan");
            return ((Asked) askForWaiver.ask(deal.id(), ask, LEAVER)).number();
        }

        private List<String> groups(Task task) {
            return tasks.getIdentityLinksForTask(task.getId()).stream()
                    .map(IdentityLink::getGroupId)
                    .filter(group -> group != null)
                    .toList();
        }

        private void join(String user, Group group) {
            deals.user(user);
            var member = identities.createGroupQuery().groupMember(user).groupId(group.id());
            if (member.count() == 0) {
                identities.createMembership(user, group.id());
            }
        }

        private Http http(String user) {
            return new Http(port, user, "Only4Tests-" + user);
        }
    }
}
