package com.targettoclose.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.TestClock;
import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

@OnH2
@ActiveProfiles("sample")
class TasklistCardsTests {

    private static final String EARN_THE_MEETING = "UserTask_EarnTheMeeting";

    @LocalServerPort
    int port;

    @Autowired
    Deals deals;

    @Autowired
    TestClock clock;

    @Test
    void aCardSaysWhatIsAtStakeAndWhereItStands() {
        var deal = deals.open("50000", "new-business", "rep1").notYet(EARN_THE_MEETING, "time");
        clock.advance(Period.ofDays(3));
        var task = deal.task(EARN_THE_MEETING).getId();
        Map<String, Object> card = JsonPath.read(cards("rep1", task), "$['" + task + "']");
        assertThat(card)
                .containsEntry("account", "Northwind Traders")
                .containsEntry("value", 50000.0)
                .containsEntry("currency", "USD")
                .containsEntry("stage", "Target")
                .containsEntry("daysInStage", 3)
                .containsEntry("attempts", 1)
                .containsEntry("owner", null);
    }

    @Test
    void daysCountFromTheDayItCameIntoItsStage() {
        var deal = deals.open("50000", "new-business", "rep1");
        clock.advance(Period.ofDays(5));
        deal.gain(EARN_THE_MEETING);
        clock.advance(Period.ofDays(2));
        var task = deal.task("UserTask_ExploreTheNeedToChange").getId();
        Map<String, Object> card = JsonPath.read(cards("rep1", task), "$['" + task + "']");
        assertThat(card)
                .containsEntry("stage", "Discovery")
                .containsEntry("daysInStage", 2)
                .containsEntry("attempts", 0);
    }

    @Test
    void aManagerReadsWhoseItIs() {
        var task = deals.open("50000", "new-business", "rep1")
                .task(EARN_THE_MEETING)
                .getId();
        String owner = JsonPath.read(cards("manager1", task), "$['" + task + "'].owner");
        assertThat(owner).isEqualTo("Ines (sample)");
    }

    @Test
    void nobodyGetsACardOfATaskThatTheyMayNotSee() {
        var task = deals.open("50000", "new-business", "rep1")
                .task(EARN_THE_MEETING)
                .getId();
        assertThat(cards("rep2", task)).isEqualTo("{}");
        assertThat(cards("ops1", task)).isEqualTo("{}");
        assertThat(Visitor.nobody(port).get(path(task)).getStatusCode().value()).isEqualTo(401);
    }

    @Test
    void whatIsNoTaskHasNoCard() {
        assertThat(cards("rep1", "no-such-task,another,'")).isEqualTo("{}");
        assertThat(cards("rep1", "")).isEqualTo("{}");
    }

    private String cards(String user, String tasks) {
        var answer = Visitor.person(port, user, SampleUsers.PASSWORD).get(path(tasks));
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        return answer.getBody();
    }

    private static String path(String tasks) {
        return "/tasklist/cards?tasks=" + tasks;
    }
}
