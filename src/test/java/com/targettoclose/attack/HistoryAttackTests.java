package com.targettoclose.attack;

import static com.targettoclose.attack.Attack.delete;
import static com.targettoclose.attack.Attack.get;
import static com.targettoclose.attack.Attack.post;
import static com.targettoclose.attack.Attack.put;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;

@DisplayName("on what has been, and on decisions")
class HistoryAttackTests extends AttackTest {

    static Stream<Attack> attacks() {
        var ended = "{\"historicProcessInstanceIds\": [\"@ended-instance@\"], \"deleteReason\": \"x\"}";
        return Stream.of(
                delete("a lost deal's history deleted", "engine:/history/process-instance/@ended-instance@"),
                delete(
                        "a lost deal's history deleted, whether it is there or not",
                        "engine:/history/process-instance/@ended-instance@?failIfNotExists=false"),
                delete("a running deal's history deleted", "engine:/history/process-instance/@instance@"),
                post("many deals' history deleted", "engine:/history/process-instance/delete", ended),
                post(
                        "a deal's history to be removed soon",
                        "engine:/history/process-instance/set-removal-time",
                        "{\"absoluteRemovalTime\": \"2000-01-01T00:00:00.000+0000\", \"historicProcessInstanceIds\":"
                                + " [\"@ended-instance@\"]}"),
                delete(
                        "a deal's variables deleted from history",
                        "engine:/history/process-instance/@ended-instance@/variable-instances"),
                post(
                        "decisions deleted from history",
                        "engine:/history/decision-instance/delete",
                        "{\"historicDecisionInstanceQuery\": {}}"),
                post(
                        "decisions to be removed soon",
                        "engine:/history/decision-instance/set-removal-time",
                        "{\"clearedRemovalTime\": true, \"historicDecisionInstanceQuery\": {}}"),
                post("history cleaned up now", "engine:/history/cleanup?immediatelyDue=true", "{}"),
                put(
                        "the record of an operation annotated",
                        "engine:/history/user-operation/any/set-annotation",
                        "{\"annotation\": \"x\"}"),
                put("the record of an operation cleared", "engine:/history/user-operation/any/clear-annotation", "{}"),
                put(
                        "a diagram's history shortened",
                        "engine:/process-definition/@target-to-close@/history-time-to-live",
                        "{\"historyTimeToLive\": 0}"),
                put(
                        "a decision's history shortened",
                        "engine:/decision-definition/@decision@/history-time-to-live",
                        "{\"historyTimeToLive\": 0}"),
                post(
                        "the exit criteria asked with code for a value",
                        "engine:/decision-definition/@decision@/evaluate",
                        "{\"variables\": {\"stage\": {\"value\": \"x\"}, \"value\": {\"type\": \"Object\", \"value\": \"{}\","
                                + " \"valueInfo\": {\"objectTypeName\": \"javax.swing.JEditorPane\","
                                + " \"serializationDataFormat\": \"application/json\"}}}}"),
                post("a case made", "engine:/case-definition/key/any/create", "{}"),
                delete("a batch deleted", "engine:/batch/any"),
                put("a batch suspended", "engine:/batch/any/suspended", "{\"suspended\": true}"),
                delete(
                        "the metrics deleted",
                        "engine:/metrics/task-worker?subscriptionStartDate=2000-01-01T00:00:00.000%2B0000"),
                post("telemetry switched on", "engine:/telemetry/configuration", "{\"enableTelemetry\": true}"),
                get("what is sent by telemetry", "engine:/telemetry/data").by(Person.everybodyBut(Person.ADMIN)),
                get("the log of the schema", "engine:/schema/log")
                        .by(Person.everybodyBut(Person.OPS, Person.ADMIN))
                        .answered("4\\d\\d"),
                get("everything at once, by the reporting interface", "engine:/optimize/process-instance/completed"),
                post(
                        "an external task failed",
                        "engine:/external-task/any/failure",
                        "{\"workerId\": \"w\", \"retries\": 0}"),
                post("an external task completed", "engine:/external-task/any/complete", "{\"workerId\": \"w\"}"),
                post(
                        "external tasks retried",
                        "engine:/external-task/retries-async",
                        "{\"externalTaskIds\": [\"any\"], \"retries\": 1}"));
    }
}
