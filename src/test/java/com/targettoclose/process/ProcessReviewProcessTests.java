package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.targettoclose.process.people.Group;
import com.targettoclose.process.people.SalesTeams;
import com.targettoclose.process.reviews.Review;
import com.targettoclose.process.reviews.Review.Kind;
import com.targettoclose.process.reviews.Review.State;
import com.targettoclose.process.reviews.Reviews;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.Weeks;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnH2
@DisplayName("a process review")
class ProcessReviewProcessTests extends ProcessTest {

    private static final String REP = "renata";
    private static final String MANAGER = "marvin";
    private static final String LEADER = "review-leader";
    private static final String HOLD = "UserTask_HoldTheReview";
    private static final String TAKE_UP = "UserTask_TakeUpTheChange";

    @Autowired
    ManagementService management;

    @Autowired
    SalesTeams teams;

    @Autowired
    Reviews reviews;

    @BeforeEach
    void led() {
        deals.user(REP);
        deals.user(MANAGER, Group.MANAGER);
        deals.user(LEADER, Group.LEADER);
        transactions.executeWithoutResult(tx -> teams.keepOnly(REP, Set.of(MANAGER)));
        Weeks.begin(clock);
    }

    @Test
    @DisplayName("of the leaders: they read the week, ask for a change, and a process owner takes it up")
    void leaders() {
        week();
        var review = newest(Kind.LEADERS, "leader");
        assertThat(review.lastDay()).isEqualTo(clock.today().minusDays(1));
        assertThat(review.firstDay()).isEqualTo(clock.today().minusDays(7));
        assertThat(review.dueOn()).isEqualTo(clock.today().plusDays(4));
        var task = task(review, HOLD);
        assertThat(task.getName()).startsWith("Hold the process review · ");
        assertThat(tasks.getIdentityLinksForTask(task.getId()))
                .extracting(IdentityLink::getGroupId)
                .containsExactly("leader");
        var shown = forms.getTaskFormVariables(task.getId());
        assertThat(shown).containsEntry("whose", "everybody");
        assertThat(shown.get("figures").toString()).contains("What ended?", "Does following the process win?");
        assertThat(shown.get("deals").toString()).isEqualTo("[]");

        tasks.claim(task.getId(), LEADER);
        assertThatThrownBy(() -> submit(task, LEADER, Map.of("decision", "wait")))
                .hasMessageContaining("keep, coach, change")
                .hasMessageContaining("reason");
        assertThatThrownBy(() -> tasks.complete(task.getId())).hasMessageContaining("Answer with the form");
        submit(task, LEADER, Map.of("decision", "change", "reason", "Nobody writes an agenda any more."));
        assertThat(reviews.find(review.number()).map(it -> it.state(clock.today())))
                .contains(State.HELD);

        var change = task(review, TAKE_UP);
        assertThat(forms.getTaskFormVariables(change.getId()))
                .containsEntry("heldBy", LEADER + " Test")
                .containsEntry("reason", "Nobody writes an agenda any more.");
        tasks.claim(change.getId(), LEADER);
        submit(change, LEADER, Map.of());
        assertEndedAt(task, "EndEvent_ChangeTakenUp");
    }

    @Test
    @DisplayName("of a team: the manager goes through its deals; it is asked for once a day at most")
    void team() {
        var deal = deals.open("50000", "new-business", REP);
        week();
        long before = reviews.count("");
        week();
        assertThat(reviews.count("")).isEqualTo(before);
        var task = task(newest(Kind.TEAM, MANAGER), HOLD);
        assertThat(task.getAssignee()).isEqualTo(MANAGER);
        var shown = forms.getTaskFormVariables(task.getId());
        assertThat(shown).containsEntry("whose", "your team");
        assertThat(shown.get("deals").toString())
                .contains(
                        deal.opportunity().account(),
                        "Target",
                        deals.item("time").label());
        submit(task, MANAGER, Map.of("decision", "coach", "reason", "I go along to the next first meeting."));
        assertEndedAt(task, "EndEvent_NoChange");

        clock.advance(Period.ofDays(7));
        week();
        var next = newest(Kind.TEAM, MANAGER);
        assertThat(next.firstDay()).isEqualTo(clock.today().minusDays(7));
        assertThat(task(next, HOLD)).isNotNull();
    }

    @Test
    @DisplayName("that a manager leaves goes to the leaders, and is missed for good after another week")
    void left() {
        week();
        var ofTeam = newest(Kind.TEAM, MANAGER);
        var ofLeaders = newest(Kind.LEADERS, "leader");
        var task = task(ofTeam, HOLD);
        var leaders = task(ofLeaders, HOLD);
        clock.advance(Period.ofDays(7));
        week();
        assertThat(ofTeam.state(clock.today())).isEqualTo(State.PASSED_ON);
        var passedOn = task(ofTeam, HOLD);
        assertThat(passedOn.getAssignee()).isNull();
        assertThat(tasks.getIdentityLinksForTask(passedOn.getId()))
                .extracting(IdentityLink::getGroupId)
                .contains("leader");
        assertThat(ofLeaders.state(clock.today())).isEqualTo(State.MISSED);
        assertEndedAt(leaders, "EndEvent_NoChange");
        clock.advance(Period.ofDays(7));
        week();
        assertThat(ofTeam.state(clock.today())).isEqualTo(State.MISSED);
        assertEndedAt(task, "EndEvent_NoChange");
        assertThat(reviews.counts())
                .filteredOn(count -> count.reviewer().equals(MANAGER))
                .singleElement()
                .satisfies(count -> assertThat(count.notHeld()).isGreaterThanOrEqualTo(2));
    }

    private void week() {
        management.executeJob(jobs().filter(job -> job.getProcessInstanceId() == null)
                .findFirst()
                .orElseThrow()
                .getId());
        jobs().filter(job -> job.getProcessInstanceId() != null)
                .toList()
                .forEach(job -> management.executeJob(job.getId()));
    }

    private Stream<Job> jobs() {
        return management.createJobQuery().processDefinitionKey("open-process-reviews").list().stream();
    }

    private Review newest(Kind kind, String reviewer) {
        return reviews.page(reviewer, 0, 1).stream()
                .filter(review -> review.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private Task task(Review review, String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey("review " + review.number())
                .taskDefinitionKey(key)
                .singleResult();
    }

    private void submit(Task task, String user, Map<String, Object> fields) {
        var groups = user.equals(LEADER) ? Group.LEADER : Group.MANAGER;
        identities.setAuthentication(user, List.of(groups.id()));
        try {
            forms.submitTaskForm(task.getId(), fields);
        } finally {
            identities.clearAuthentication();
        }
    }
}
