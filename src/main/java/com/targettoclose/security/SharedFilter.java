package com.targettoclose.security;

import static com.targettoclose.process.people.Group.LEADER;
import static com.targettoclose.process.people.Group.MANAGER;
import static com.targettoclose.process.people.Group.PROCESS_OWNER;
import static com.targettoclose.process.people.Group.REP;

import com.targettoclose.process.people.Group;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * A list that Tasklist offers. Each begins with a person, whose tasks an index finds, or with the few tasks of waivers,
 * stalls, proposals and editions; none reads everybody's.
 *
 * @param name by which it is found again
 * @param priority the lowest is opened first
 * @param readers who may see the list; what is in it the engine decides task by task
 */
record SharedFilter(
        String name,
        String description,
        int priority,
        String color,
        Set<Group> readers,
        UnaryOperator<TaskQuery> query) {

    private static final String ME = "${currentUser()}";
    private static final String MY_GROUPS = "${currentUserGroups()}";
    private static final String NOW = "${now()}";
    private static final String ASK_FOR_WAIVER = "ask-for-waiver";
    private static final String COACH_A_STALLED_DEAL = "coach-a-stalled-deal";
    private static final String LOOK_AT_A_RECORDING = "look-at-a-recording";
    private static final String PROPOSE_A_CHANGE = "propose-a-change";
    private static final String COMMIT_TO_AN_EDITION = "commit-to-an-edition";
    private static final String PROCESS_REVIEW = "process-review";
    private static final Set<Group> WHO_SELL = Set.of(REP, MANAGER, LEADER);
    private static final Set<Group> WHO_DECIDE = Set.of(MANAGER, LEADER);

    static final List<SharedFilter> ALL = List.of(
            new SharedFilter(
                    "My conversations",
                    "What you owe your clients now, the most urgent first",
                    -50,
                    "#0f5a6e",
                    WHO_SELL,
                    tasks -> tasks.taskAssigneeExpression(ME)
                            .followUpBeforeOrNotExistentExpression(NOW)
                            .orderByDueDate()
                            .asc()),
            new SharedFilter(
                    "Due today and overdue",
                    "What should have been held by now",
                    -40,
                    "#a3261b",
                    WHO_SELL,
                    tasks -> tasks.taskAssigneeExpression(ME)
                            .followUpBeforeOrNotExistentExpression(NOW)
                            .dueBeforeExpression(NOW)
                            .orderByDueDate()
                            .asc()),
            new SharedFilter(
                    "Waiting for the client",
                    "Conversations with a next step agreed on a day that has not come yet",
                    -30,
                    "#4b5563",
                    WHO_SELL,
                    tasks -> tasks.taskAssigneeExpression(ME)
                            .followUpAfterExpression(NOW)
                            .orderByFollowUpDate()
                            .asc()),
            new SharedFilter(
                    "Waivers to decide",
                    "Deals that ask to go on without something, waiting for your yes or no",
                    -25,
                    "#8a4b00",
                    WHO_DECIDE,
                    tasks -> tasks.processDefinitionKey(ASK_FOR_WAIVER)
                            .taskAssigneeExpression(ME)
                            .orderByTaskCreateTime()
                            .asc()),
            new SharedFilter(
                    "Waivers to take on",
                    "Deals that ask to go on without something, and nobody has taken it on yet",
                    -24,
                    "#8a4b00",
                    WHO_DECIDE,
                    tasks -> tasks.processDefinitionKey(ASK_FOR_WAIVER)
                            .taskCandidateGroupInExpression(MY_GROUPS)
                            .orderByTaskCreateTime()
                            .asc()),
            new SharedFilter(
                    "Deals to coach",
                    "Nothing was heard from these clients for too long, or all at once: look with fresh eyes",
                    -23,
                    "#8a4b00",
                    WHO_DECIDE,
                    tasks -> tasks.processDefinitionKeyIn(COACH_A_STALLED_DEAL, LOOK_AT_A_RECORDING)
                            .taskAssigneeExpression(ME)
                            .orderByTaskCreateTime()
                            .asc()),
            new SharedFilter(
                    "Deals to take on",
                    "Deals to coach that nobody looks at yet",
                    -22,
                    "#8a4b00",
                    Set.of(LEADER),
                    tasks -> tasks.processDefinitionKeyIn(COACH_A_STALLED_DEAL, LOOK_AT_A_RECORDING)
                            .taskCandidateGroupInExpression(MY_GROUPS)
                            .orderByTaskCreateTime()
                            .asc()),
            new SharedFilter(
                    "Proposals to answer",
                    "Where reps say that the process does not fit",
                    -21,
                    "#0f5a6e",
                    Set.of(PROCESS_OWNER),
                    tasks -> tasks.processDefinitionKey(PROPOSE_A_CHANGE)
                            .taskCandidateGroupInExpression(MY_GROUPS)
                            .includeAssignedTasks()
                            .orderByTaskCreateTime()
                            .asc()),
            new SharedFilter(
                    "Editions",
                    "Redesigns of the process: what waits for a leader's commitment, and what was decided",
                    -21,
                    "#0f5a6e",
                    Set.of(LEADER, PROCESS_OWNER),
                    tasks -> tasks.processDefinitionKey(COMMIT_TO_AN_EDITION)
                            .taskCandidateGroupInExpression(MY_GROUPS)
                            .includeAssignedTasks()
                            .orderByTaskCreateTime()
                            .asc()),
            new SharedFilter(
                    "Process reviews",
                    "Does the process work? Look at its figures, and say what comes of it",
                    -20,
                    "#0f5a6e",
                    Set.of(LEADER, PROCESS_OWNER),
                    tasks -> tasks.processDefinitionKey(PROCESS_REVIEW)
                            .taskCandidateGroupInExpression(MY_GROUPS)
                            .includeAssignedTasks()
                            .orderByTaskCreateTime()
                            .asc()),
            new SharedFilter(
                    "Team reviews",
                    "Does the process work for your team? Go through its deals, and say what comes of it",
                    -20,
                    "#0f5a6e",
                    Set.of(MANAGER),
                    tasks -> tasks.processDefinitionKey(PROCESS_REVIEW)
                            .taskAssigneeExpression(ME)
                            .orderByTaskCreateTime()
                            .asc()),
            new SharedFilter(
                    "My team's conversations",
                    "What the reps you lead owe their clients, the most urgent first",
                    -20,
                    "#0f5a6e",
                    Set.of(MANAGER),
                    tasks -> tasks.taskOwnerExpression(ME).orderByDueDate().asc()),
            new SharedFilter(
                    "My team's overdue",
                    "Where a rep you lead may need your help",
                    -10,
                    "#a3261b",
                    Set.of(MANAGER),
                    tasks -> tasks.taskOwnerExpression(ME)
                            .followUpBeforeOrNotExistentExpression(NOW)
                            .dueBeforeExpression(NOW)
                            .orderByDueDate()
                            .asc()));
}
