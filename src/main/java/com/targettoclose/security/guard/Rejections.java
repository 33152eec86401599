package com.targettoclose.security.guard;

import com.targettoclose.process.people.Group;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What to tell somebody who asks the engine for what they may not: what to do instead. */
final class Rejections {

    /** Of the names of commands that begin with one of these, the first that fits. */
    private record Rejection(String sentence, List<String> commands) {}

    private static final List<Rejection> TABLE = List.of(
            new Rejection(
                    "Record it with its form: open the task and complete it there.",
                    List.of("CompleteTask", "ResolveTask", "HandleTask")),
            new Rejection(
                    "Start it in Tasklist, with its form.",
                    List.of("StartProcessInstance", "CreateTask", "EvaluateStartCondition")),
            new Rejection(
                    "Whose a task is and until when comes from its opportunity. Ask for a hand-over if it should be"
                            + " somebody else's.",
                    List.of(
                            "DelegateTask",
                            "SaveTask",
                            "SetTask",
                            "AddUser",
                            "AddGroup",
                            "DeleteUserI",
                            "DeleteGroupI")),
            new Rejection(
                    "Nothing is written beside the ledger: record what the client said with its conversation.",
                    List.of(
                            "SetExecutionVar",
                            "Patch",
                            "Remove",
                            "SetVariables",
                            "AddComment",
                            "CreateAtt",
                            "SaveAtt")),
            new Rejection(
                    "What happened stays, and what the ledger refers to with it.", List.of("Delete", "SetRemovalTime")),
            new Rejection(
                    "An opportunity moves by what its ledger holds, and by nothing else.",
                    List.of(
                            "Modify",
                            "ProcessInstanceModification",
                            "Restart",
                            "Migrate",
                            "CreateMigration",
                            "Correlate",
                            "MessageEvent",
                            "Signal",
                            "SetProcessDefinitionVersion",
                            "ExecuteJobs",
                            "SetJobDuedate",
                            "RecalculateJob")),
            new Rejection(
                    "Suspend and resume one opportunity at a time, and retry by job or job definition.",
                    List.of("Suspend", "Activate", "UpdateProcessInstancesSuspend", "SetJobsRetries")));

    private static final String OTHERWISE = "This is not offered here.";

    private Rejections() {}

    /** For a command that nobody may run. */
    static String ofCommand(Class<?> command) {
        var name = command.getSimpleName();
        var sentence = TABLE.stream()
                .filter(row -> row.commands().stream().anyMatch(name::startsWith))
                .map(Rejection::sentence)
                .findFirst()
                .orElse(OTHERWISE);
        return "Nobody may do this by hand (" + inWords(name) + "). " + sentence;
    }

    /** For a command that others may run. */
    static String ofGroup(Permits.Permit permit) {
        return "To " + permit.what() + " is for: "
                + permit.groups().stream().map(Group::id).sorted().collect(Collectors.joining(", ")) + ".";
    }

    /** {@code SetJobDuedateCmd} as "set job duedate". */
    private static String inWords(String command) {
        return command.replaceAll("(Cmd|Command|Impl)(Typed)?$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }
}
