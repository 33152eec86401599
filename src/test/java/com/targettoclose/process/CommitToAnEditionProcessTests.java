package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.targettoclose.edition.Edition;
import com.targettoclose.edition.Edition.State;
import com.targettoclose.edition.Editions;
import com.targettoclose.process.people.Group;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.OnH2;
import com.targettoclose.verifier.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnH2
@DisplayName("commit to an edition")
class CommitToAnEditionProcessTests extends ProcessTest {

    private static final String STAGE = "stage-target.bpmn";
    private static final String COMMIT = "UserTask_CommitToTheEdition";
    private static final String NOTE = "UserTask_TakeNoteOfTheDecision";
    private static final String OWNER = "redesigner";

    @Autowired
    RepositoryService repository;

    @Autowired
    Editions editions;

    private final List<String> deployments = new ArrayList<>();

    @BeforeEach
    void people() {
        deals.user(OWNER, Group.PROCESS_OWNER);
        deals.user(Deals.LEADER, Group.LEADER);
    }

    @AfterEach
    void shippedAgain() {
        deployments.forEach(id -> repository.deleteDeployment(id, true));
    }

    @Test
    @DisplayName("committed to - the leader sees what changed, new deals start on it, and the owner reads why")
    void committed() {
        var edition = renamed("Earn the first meeting");
        assertThat(edition.state()).isEqualTo(State.PROPOSED);
        assertThat(edition.proposedBy()).isEqualTo(OWNER);
        var task = task(edition, COMMIT);
        assertThat(task.getName()).isEqualTo("Commit to the edition · edition " + edition.number());
        assertThat(tasks.getIdentityLinksForTask(task.getId()))
                .extracting(IdentityLink::getGroupId)
                .containsExactly("leader");
        var shown = forms.getTaskFormVariables(task.getId());
        assertThat(shown)
                .containsEntry("edition", Integer.toString(edition.number()))
                .containsEntry("proposedBy", OWNER + " Test")
                .containsEntry("weakens", "");
        assertThat(shown.get("changes").toString()).contains("Earn the first meeting");
        assertThat(shown.get("whatIf").toString()).contains("begins in a moment");

        assertThatThrownBy(() -> submit(task, Deals.LEADER, Map.of("decision", "committed", "words", "Yes")))
                .hasMessageContaining("Claim this task first");
        tasks.claim(task.getId(), Deals.LEADER);
        assertThatThrownBy(() -> submit(task, Deals.LEADER, Map.of("decision", "perhaps")))
                .hasMessageContaining("committed, declined")
                .hasMessageContaining("words");
        assertThatThrownBy(() -> tasks.complete(task.getId())).hasMessageContaining("Answer with the form");
        assertThat(deals.open().task("UserTask_EarnTheMeeting").getName()).startsWith("Earn the meeting");

        submit(task, Deals.LEADER, Map.of("decision", "committed", "words", "Reps call it so anyway."));
        assertThat(editions.inForce().map(Edition::number)).contains(edition.number());
        assertThat(deals.open().task("UserTask_EarnTheMeeting").getName()).startsWith("Earn the first meeting");

        var note = task(edition, NOTE);
        assertThat(forms.getTaskFormVariables(note.getId()))
                .containsEntry("decided", "committed")
                .containsEntry("decidedBy", Deals.LEADER + " Test")
                .containsEntry("words", "Reps call it so anyway.");
        tasks.claim(note.getId(), OWNER);
        submit(note, OWNER, Map.of());
        assertEndedAt(note, "EndEvent_DecisionKnown");
    }

    @Test
    @DisplayName("part of a later one - only the newest waits, and declining it declines what it is built on")
    void superseded() {
        var first = renamed("Earn the first meeting");
        var waiting = task(first, COMMIT);
        var second =
                deploy(Map.of("stage-discovery.bpmn", stage("stage-discovery.bpmn", "Explore the need to change")));
        assertEndedAt(waiting, "EndEvent_PartOfALaterOne");
        assertThat(editions.find(first.number()).map(Edition::state)).contains(State.SUPERSEDED);
        assertThat(new String(editions.files(second).get(STAGE))).contains("Earn the first meeting");

        var task = task(second, COMMIT);
        tasks.claim(task.getId(), Deals.LEADER);
        submit(task, Deals.LEADER, Map.of("decision", "declined", "words", "Not before the fair."));
        assertThat(forms.getTaskFormVariables(task(second, NOTE).getId())).containsEntry("decided", "declined");
        assertThat(editions.find(second.number()).map(Edition::state)).contains(State.DECLINED);
        assertThat(editions.proposed()).isEmpty();

        var third = deploy(Map.of("stage-discovery.bpmn", stage("stage-discovery.bpmn", "Explore the need to change")));
        assertThat(new String(editions.files(third).get(STAGE)))
                .as("completed with the edition in force")
                .doesNotContain("Earn the first meeting");
    }

    private Edition renamed(String name) {
        var files = new Edit().replace(STAGE, "Earn the meeting", name).files();
        return deploy(Map.of(STAGE, files.get(STAGE)));
    }

    private static String stage(String file, String conversation) {
        return new Edit()
                .replace(file, "name=\"" + conversation + "\"", "name=\"" + conversation + " together\"")
                .files()
                .get(file);
    }

    private Edition deploy(Map<String, String> files) {
        var builder = repository.createDeployment().name("A redesign");
        files.forEach(builder::addString);
        identities.setAuthentication(OWNER, List.of(Group.PROCESS_OWNER.id()));
        try {
            deployments.add(0, builder.deploy().getId());
        } finally {
            identities.clearAuthentication();
        }
        return editions.proposed().orElseThrow();
    }

    private Task task(Edition edition, String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey("edition " + edition.number())
                .taskDefinitionKey(key)
                .singleResult();
    }

    private void submit(Task task, String user, Map<String, Object> fields) {
        identities.setAuthentication(user, List.of(Group.LEADER.id()));
        try {
            forms.submitTaskForm(task.getId(), fields);
        } finally {
            identities.clearAuthentication();
        }
    }
}
