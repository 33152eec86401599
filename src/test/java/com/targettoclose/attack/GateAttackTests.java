package com.targettoclose.attack;

import static com.targettoclose.attack.Attack.delete;
import static com.targettoclose.attack.Attack.post;
import static com.targettoclose.attack.Attack.put;
import static com.targettoclose.attack.Person.ADMIN;
import static com.targettoclose.attack.Person.OPS;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;

@DisplayName("past a gate")
class GateAttackTests extends AttackTest {

    private static final String PAST_THE_GATE =
            "[{\"type\": \"startBeforeActivity\", \"activityId\": \"EndEvent_StagePassed\"}]";
    private static final String OUT = "[{\"type\": \"cancel\", \"activityId\": \"UserTask_ExploreTheNeedToChange\"}]";

    static Stream<Attack> attacks() {
        return Stream.of(starting(), moving(), signalling(), deleting(), jobs()).flatMap(attacks -> attacks);
    }

    private static Stream<Attack> starting() {
        return Stream.of(
                post("the roadmap started by hand", "engine:/process-definition/key/target-to-close/start", "{}"),
                post(
                        "the roadmap started under a deal's name",
                        "engine:/process-definition/key/target-to-close/start",
                        "{\"businessKey\": \"@deal@\"}"),
                post(
                        "the roadmap started at its end",
                        "engine:/process-definition/key/target-to-close/start",
                        "{\"businessKey\": \"@deal@\", \"startInstructions\": [{\"type\": \"startBeforeActivity\","
                                + " \"activityId\": \"EndEvent_Won\"}]}"),
                post("a stage started by hand", "engine:/process-definition/key/stage-discovery/start", "{}"),
                post(
                        "a stage started past its gate",
                        "engine:/process-definition/key/stage-discovery/start",
                        "{\"businessKey\": \"@deal@\", \"startInstructions\": " + PAST_THE_GATE + "}"),
                post(
                        "a stage started without its listeners",
                        "engine:/process-definition/@stage-discovery@/start",
                        "{\"businessKey\": \"@deal@\", \"skipCustomListeners\": true, \"startInstructions\": "
                                + PAST_THE_GATE + "}"),
                post(
                        "a stage started by a form it does not have",
                        "engine:/process-definition/key/stage-target/submit-form",
                        "{\"businessKey\": \"@deal@\", \"variables\": {}}"),
                post(
                        "an opportunity opened past the opening",
                        "engine:/process-definition/key/open-an-opportunity/start",
                        "{\"startInstructions\": [{\"type\": \"startBeforeActivity\", \"activityId\":"
                                + " \"EndEvent_OpportunityOpened\"}]}"),
                post(
                        "an opportunity opened with a field nobody declared",
                        "engine:/process-definition/key/open-an-opportunity/submit-form",
                        "{\"variables\": {\"account\": {\"value\": \"Acme\"}, \"exitCriteria\": {\"value\": \"met\"}}}"),
                post(
                        "an opportunity opened with an object of a chosen class",
                        "engine:/process-definition/key/open-an-opportunity/submit-form",
                        "{\"variables\": {\"account\": {\"type\": \"Object\", \"value\": \"{}\", \"valueInfo\":"
                                + " {\"objectTypeName\": \"javax.swing.JEditorPane\","
                                + " \"serializationDataFormat\": \"application/json\"}}}}"),
                post(
                        "an opportunity opened for nobody",
                        "engine:/process-definition/key/open-an-opportunity/submit-form",
                        "{\"variables\": {}}"),
                post(
                        "conditions evaluated",
                        "engine:/condition",
                        "{\"variables\": {\"exitCriteria\": {\"value\": \"met\"}}}"));
    }

    private static Stream<Attack> moving() {
        var modification = "{\"skipCustomListeners\": true, \"skipIoMappings\": true, \"instructions\": ";
        return Stream.of(
                post(
                        "a deal moved past its gate",
                        "engine:/process-instance/@stage-instance@/modification",
                        modification + PAST_THE_GATE + "}"),
                post(
                        "a conversation cancelled",
                        "engine:/process-instance/@stage-instance@/modification",
                        modification + OUT + "}"),
                post(
                        "a colleague's deal moved to its end",
                        "engine:/process-instance/@colleagues-instance@/modification",
                        modification + "[{\"type\": \"startBeforeActivity\", \"activityId\": \"EndEvent_Won\"}]}"),
                post(
                        "moved in the background",
                        "engine:/process-instance/@stage-instance@/modification-async",
                        modification + PAST_THE_GATE + "}"),
                post(
                        "many moved past their gate",
                        "engine:/modification/execute",
                        "{\"processDefinitionId\": \"@stage-discovery@\", \"instructions\": " + PAST_THE_GATE
                                + ", \"processInstanceIds\": [\"@stage-instance@\"]}"),
                post(
                        "many moved in the background",
                        "engine:/modification/executeAsync",
                        "{\"processDefinitionId\": \"@stage-discovery@\", \"instructions\": " + PAST_THE_GATE
                                + ", \"processInstanceIds\": [\"@stage-instance@\"]}"),
                post(
                        "a lost deal started again",
                        "engine:/process-definition/@target-to-close@/restart",
                        "{\"processInstanceIds\": [\"@ended-instance@\"], \"instructions\": [{\"type\":"
                                + " \"startBeforeActivity\", \"activityId\": \"EndEvent_Won\"}]}"),
                post(
                        "a lost deal started again in the background",
                        "engine:/process-definition/@target-to-close@/restart-async",
                        "{\"processInstanceIds\": [\"@ended-instance@\"], \"instructions\": [{\"type\":"
                                + " \"startBeforeActivity\", \"activityId\": \"EndEvent_Won\"}]}"),
                post("a deal migrated", "engine:/migration/execute", migration()),
                post("a deal migrated in the background", "engine:/migration/executeAsync", migration()),
                post(
                        "variables set in many deals",
                        "engine:/process-instance/variables-async",
                        "{\"processInstanceIds\": [\"@instance@\"], \"variables\": {\"exitCriteria\": {\"value\": \"met\"}}}"));
    }

    private static String migration() {
        return "{\"migrationPlan\": {\"sourceProcessDefinitionId\": \"@stage-discovery@\", \"targetProcessDefinitionId\":"
                + " \"@stage-target@\", \"instructions\": [{\"sourceActivityIds\": [\"UserTask_ExploreTheNeedToChange\"],"
                + " \"targetActivityIds\": [\"UserTask_EarnTheMeeting\"]}]}, \"processInstanceIds\": [\"@stage-instance@\"]}";
    }

    private static Stream<Attack> signalling() {
        return Stream.of(
                post(
                        "sent back to the map",
                        "engine:/message",
                        "{\"messageName\": \"back-to-the-map\", \"businessKey\": \"@deal@\"}"),
                post(
                        "declared lost by message",
                        "engine:/message",
                        "{\"messageName\": \"opportunity-lost\", \"businessKey\": \"@deal@\"}"),
                post(
                        "a colleague's declared disqualified by message",
                        "engine:/message",
                        "{\"messageName\": \"opportunity-disqualified\", \"processInstanceId\": \"@colleagues-instance@\"}"),
                post(
                        "every deal declared lost by message",
                        "engine:/message",
                        "{\"messageName\": \"opportunity-no-decision\", \"all\": true}"),
                post(
                        "messages to many",
                        "engine:/process-instance/message-async",
                        "{\"messageName\": \"opportunity-lost\", \"processInstanceIds\": [\"@instance@\"]}"),
                post("a signal sent", "engine:/signal", "{\"name\": \"any\"}"),
                post(
                        "a signal to an execution",
                        "engine:/signal",
                        "{\"name\": \"any\", \"executionId\": \"@execution@\"}"),
                post(
                        "an execution signalled",
                        "engine:/execution/@execution@/signal",
                        "{\"variables\": {\"exitCriteria\": {\"value\": \"met\"}}}"),
                post("the roadmap's execution signalled", "engine:/execution/@instance@/signal", "{}"),
                post(
                        "a message handed to an execution",
                        "engine:/execution/@instance@/messageSubscriptions/opportunity-lost/trigger",
                        "{}"),
                post(
                        "an incident made up",
                        "engine:/execution/@execution@/create-incident",
                        "{\"incidentType\": \"any\", \"configuration\": \"x\"}"));
    }

    private static Stream<Attack> deleting() {
        return Stream.of(
                delete("a deal's process deleted", "engine:/process-instance/@instance@"),
                delete(
                        "a deal's process deleted without its listeners",
                        "engine:/process-instance/@instance@?skipCustomListeners=true"),
                post(
                        "deals' processes deleted",
                        "engine:/process-instance/delete",
                        "{\"processInstanceIds\": [\"@instance@\"]}"),
                post(
                        "all processes deleted by a query",
                        "engine:/process-instance/delete",
                        "{\"processInstanceQuery\": {}, \"skipCustomListeners\": true}"),
                post(
                        "processes deleted by their history",
                        "engine:/process-instance/delete-historic-query-based",
                        "{\"historicProcessInstanceQuery\": {\"processInstanceIds\": [\"@instance@\"]}}"),
                delete("the deployment deleted", "engine:/deployment/@deployment@"),
                delete(
                        "the deployment deleted with all that runs on it",
                        "engine:/deployment/@deployment@?cascade=true&skipCustomListeners=true"),
                delete("a diagram deleted", "engine:/process-definition/@target-to-close@?cascade=true"),
                delete(
                        "all versions of a diagram deleted",
                        "engine:/process-definition/key/stage-discovery?cascade=true"),
                post("the deployment deployed again", "engine:/deployment/@deployment@/redeploy", "{}")
                        .by(Person.everybodyBut(Person.OWNER, ADMIN)));
    }

    private static Stream<Attack> jobs() {
        var notOperations = Person.everybodyBut(OPS, ADMIN);
        return Stream.of(
                delete("a gate's job deleted", "engine:/job/@job@"),
                put(
                        "a gate's job put off",
                        "engine:/job/@job@/duedate",
                        "{\"duedate\": \"2999-01-01T00:00:00.000+0000\"}"),
                put("a gate's job given up", "engine:/job/@job@/retries", "{\"retries\": 0}")
                        .by(notOperations),
                post("many jobs given up", "engine:/job/retries", "{\"jobIds\": [\"@job@\"], \"retries\": 0}")
                        .by(notOperations),
                post("a gate's job run", "engine:/job/@job@/execute", "{}").by(notOperations),
                put("a gate's job suspended", "engine:/job/@job@/suspended", "{\"suspended\": true}")
                        .by(notOperations),
                put(
                                "all gates suspended",
                                "engine:/job-definition/@job-definition@/suspended",
                                "{\"suspended\": true, \"includeJobs\": true}")
                        .by(notOperations),
                put("a deal suspended", "engine:/process-instance/@instance@/suspended", "{\"suspended\": true}")
                        .by(notOperations),
                put(
                                "all deals suspended",
                                "engine:/process-definition/@target-to-close@/suspended",
                                "{\"suspended\": true, \"includeProcessInstances\": true}")
                        .by(notOperations),
                put("a job's priority changed", "engine:/job/@job@/priority", "{\"priority\": 99}")
                        .by(notOperations));
    }
}
