package com.targettoclose.pipeline.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.process.opening.OpenOpportunities;
import com.targettoclose.process.opening.OpenOpportunities.Opening;
import com.targettoclose.process.opening.OpenOpportunities.Result;
import com.targettoclose.process.people.Group;
import com.targettoclose.process.people.SalesTeams;
import com.targettoclose.security.Visitor;
import com.targettoclose.testing.Answers;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import com.targettoclose.testing.TestClock;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** The list of opportunities and the page of one, as those who may see them read them. */
class DealPagesTests {

    @Nested
    @OnH2
    class OnH2Database extends Body {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Body {}

    abstract static class Body {

        private static final String REP = "petra";
        private static final String OTHER = "quentin";
        private static final String MANAGER = "maren";
        private static final String EARN = "UserTask_EarnTheMeeting";

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

        @Autowired
        OpenOpportunities opening;

        @BeforeEach
        void users() {
            deals.user(REP);
            deals.user(OTHER);
            member(MANAGER, Group.MANAGER);
            transactions.executeWithoutResult(status -> teams.keep(REP, MANAGER));
        }

        @Test
        void theListShowsWhatSomebodyMaySeeAndNothingElse() {
            var own = open("Kestrel Forge " + unique(), REP);
            var others = open("Osprey Quay " + unique(), OTHER);
            assertThat(page(REP, "/opportunities?text=" + own.id()))
                    .contains("Kestrel Forge", "/opportunities/" + own.id(), ">you<");
            assertThat(page(REP, "/opportunities?text=" + others.id())).contains("Nothing fits");
            assertThat(page(MANAGER, "/opportunities?text=" + own.id())).contains("Kestrel Forge", "petra Test");
            assertThat(page(MANAGER, "/opportunities?text=" + others.id())).contains("Nothing fits");
        }

        @Test
        void theListIsSearchedByAnyPartOfTheClientsNameInAnyCase() {
            var mark = unique();
            open("Wren " + mark + " Mills", REP);
            open("Wren_" + mark, REP);
            assertThat(page(REP, "/opportunities?text=wREN " + mark)).contains("1 to 1 of 1");
            assertThat(page(REP, "/opportunities?text=" + mark)).contains("1 to 2 of 2");
            assertThat(page(REP, "/opportunities?text=wren_" + mark)).contains("1 to 1 of 1");
            assertThat(page(REP, "/opportunities?text=%25" + mark)).contains("Nothing fits");
        }

        @Test
        void theListIsFilteredByStatusStageAndOwner() {
            var mark = unique();
            var deal = open("Plover " + mark, REP);
            deal.gain(EARN);
            var search = "/opportunities?text=" + mark;
            assertThat(page(REP, search + "&status=open&stage=discovery")).contains("1 to 1 of 1");
            assertThat(page(REP, search + "&stage=target")).contains("Nothing fits");
            assertThat(page(REP, search + "&status=won")).contains("Nothing fits");
            assertThat(page(MANAGER, search + "&owner=" + REP)).contains("1 to 1 of 1");
            assertThat(page(MANAGER, search + "&owner=" + OTHER)).contains("Nothing fits");
            assertThat(page(REP, search + "&status=nonsense&page=-3")).contains("1 to 1 of 1");
        }

        @Test
        void theListGoesOnPageByPage() {
            var mark = unique();
            for (int i = 0; i <= ListPage.SIZE; i++) {
                open("Dunlin " + mark + " " + i, REP);
            }
            var first = page(REP, "/opportunities?text=" + mark);
            assertThat(first).contains("1 to 20 of 21", ">Older<").doesNotContain(">Newer<");
            var older = Pattern.compile("href=\"([^\"]+)\"[^>]*>Older").matcher(first);
            assertThat(older.find()).isTrue();
            assertThat(page(REP, older.group(1).replace("&amp;", "&")))
                    .contains("21 to 21 of 21", ">Newer<")
                    .doesNotContain(">Older<");
        }

        @Test
        void thePageShowsWhereADealStandsAndWhatItHolds() {
            var deal = open("Avocet Dairy", REP);
            deal.gain(EARN);
            var page = page(REP, "/opportunities/" + deal.id());
            assertThat(page)
                    .contains("Avocet Dairy", "50,000 USD", "pursued by petra Test")
                    .contains("passed, 3 of 3 points", "stands here, 0 of 6 points", "still ahead")
                    .contains("claimed, with a link", "recorded in words", "https://mail.example.com/time")
                    .contains(Answers.words(deals.item("time")).replace("'", "&#39;"))
                    .contains("A sales leader may waive it.", "A manager may waive it.")
                    .contains("The gate of Target is passed: everything required is there.")
                    .contains("100 % of what its gates required")
                    .contains("/camunda/app/tasklist/default/#/?task="
                            + deal.task("UserTask_ExploreTheNeedToChange").getId());
        }

        @Test
        void whatWasRecordedAfterwardsIsSaidOnThePageAndInTheList() {
            var deal = open("Curlew Rail", REP);
            deal.submit(
                    EARN,
                    deal.answers(EARN)
                            .with("heldOn", TestClock.TODAY.minusDays(30).toString()));
            assertThat(page(MANAGER, "/opportunities/" + deal.id()))
                    .contains("3 points were recorded afterwards", "Its manager sees this too.")
                    .contains("Of that: 3 recorded afterwards.", "0 % of what its gates required");
            assertThat(page(MANAGER, "/opportunities?text=" + deal.id())).contains("3 recorded afterwards");
        }

        @Test
        void anotherRepsDealIsAsIfThereWereNone() {
            var deal = open("Godwit Steel", OTHER);
            var visitor = visitor(REP);
            var answer = visitor.get("/opportunities/" + deal.id());
            assertThat(answer.getStatusCode().value()).isEqualTo(404);
            assertThat(answer.getBody()).contains("There is no such page").doesNotContain("Godwit");
            assertThat(visitor.get("/opportunities/there-is-none")
                            .getStatusCode()
                            .value())
                    .isEqualTo(404);
        }

        @ParameterizedTest
        @EnumSource(
                value = Group.class,
                names = {"PROCESS_OWNER", "OPERATIONS", "ADMIN"})
        void whoLooksAfterTheProcessSeesWhereADealStandsWithoutWhoSaidWhat(Group group) {
            var user = "looks-after-" + group.id();
            member(user, group);
            var deal = open("Turnstone Glass", REP);
            deal.gain(EARN);
            assertThat(page(user, "/opportunities/" + deal.id()))
                    .contains("Turnstone Glass", "passed, 3 of 3 points")
                    .doesNotContain("Dana Whitfield", "They put it like this");
        }

        @Test
        void whatSomebodyWroteIsShownAsItIs() {
            var deal = open("<script>alert('client')</script>", REP);
            deal.submit(
                    EARN,
                    deal.answers(EARN)
                            .with("contact", "<img src=x onerror=alert(1)>")
                            .with("timeWords", "<b>Come</b> on Thursday, please & thank you"));
            var page = page(REP, "/opportunities/" + deal.id());
            assertThat(page)
                    .contains("&lt;b&gt;Come&lt;/b&gt;", "&lt;img src=x")
                    .doesNotContain("<script>", "<b>Come", "<img src=x");
            assertThat(page(REP, "/opportunities?text=%22%3E%3Cscript%3E")).doesNotContain("<script>");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/opportunities", "/opportunities/any"})
        void whoDidNotSignInIsAskedTo(String path) {
            var answer = Visitor.nobody(port).get(path);
            assertThat(answer.getStatusCode().value()).isEqualTo(302);
            assertThat(String.valueOf(answer.getHeaders().getLocation())).endsWith("/login");
        }

        private Deal open(String account, String owner) {
            var result = opening.open(
                    new Opening(null, account, owner, null, "50000", "USD", "new-business", null, null), owner);
            return deals.deal(((Result.Opened) result).opportunity().id()).settle();
        }

        private String page(String user, String path) {
            var answer = visitor(user).get(path);
            assertThat(answer.getStatusCode().value()).as(path).isEqualTo(200);
            return String.valueOf(answer.getBody());
        }

        private Visitor visitor(String user) {
            return Visitor.person(port, user, "Only4Tests-" + user);
        }

        private void member(String user, Group group) {
            deals.user(user);
            if (identities
                            .createUserQuery()
                            .userId(user)
                            .memberOfGroup(group.id())
                            .count()
                    == 0) {
                identities.deleteMembership(user, Group.REP.id());
                identities.createMembership(user, group.id());
            }
        }

        private static String unique() {
            return java.util.UUID.randomUUID().toString().substring(0, 8);
        }
    }
}
