package com.targettoclose.verifier;

import com.targettoclose.verifier.rule.Finding;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** For each rule a design that breaks it: the shipped one, which is right, with one small edit. */
final class WrongDesigns {

    private static final String TARGET = "stage-target.bpmn";
    private static final String DISCOVERY = "stage-discovery.bpmn";
    private static final String PRESENTATION = "stage-presentation.bpmn";
    private static final String ROADMAP = "target-to-close.bpmn";
    private static final String HAND_OVER = "hand-over.bpmn";
    private static final String TABLE = "exit-criteria.dmn";
    private static final String FORM = "earn-the-meeting.form";
    private static final String EARN = "UserTask_EarnTheMeeting";

    private static final Map<String, List<Finding>> FOUND = new ConcurrentHashMap<>();

    private WrongDesigns() {}

    /**
     * A wrong design.
     *
     * @param rule the rule that it breaks
     * @param what is wrong in it, as {@code docs/rules.md} says it
     */
    record Wrong(String rule, String what, UnaryOperator<Edit> edit) {

        /** What the rules have against it. */
        List<Finding> found() {
            return FOUND.computeIfAbsent(
                    rule, it -> Shipped.check(edit.apply(new Edit()).files()));
        }

        @Override
        public String toString() {
            return rule + ": " + what;
        }
    }

    static Stream<Wrong> all() {
        return Stream.of(everywhere(), map(), stages(), conversations(), roadmaps(), tables(), warnings())
                .flatMap(it -> it);
    }

    private static Wrong wrong(String rule, String what, UnaryOperator<Edit> edit) {
        return new Wrong(rule, what, edit);
    }

    private static Stream<Wrong> everywhere() {
        return Stream.of(
                wrong(
                        "no-code",
                        "a service task names a Java class",
                        it -> it.replaceFirst(
                                TARGET,
                                "camunda:delegateExpression=\"${verifyExitCriteria}\"",
                                "camunda:class=\"java.lang.Runtime\"")),
                wrong(
                        "file-can-be-read",
                        "a diagram has an element that BPMN does not know",
                        it -> it.replaceFirst(
                                TARGET, "<bpmn:terminateEventDefinition ", "<bpmn:finishEventDefinition ")),
                wrong(
                        "file-holds-one-process",
                        "a process is not executable",
                        it -> it.replaceFirst(HAND_OVER, "isExecutable=\"true\"", "isExecutable=\"false\"")),
                wrong(
                        "file-is-named-as-its-content",
                        "the process hand-over in handover.bpmn",
                        it -> it.rename(HAND_OVER, "handover.bpmn")),
                wrong(
                        "ids-stand-for-one-thing",
                        "the process hand-over in two files",
                        it -> it.add("copy.bpmn", Shipped.files().get(HAND_OVER))),
                wrong(
                        "extensions-are-camundas",
                        "an attribute in Activiti's namespace",
                        it -> it.replaceFirst(
                                        TARGET,
                                        "xmlns:camunda=",
                                        "xmlns:old=\"http://activiti.org/bpmn\" xmlns:camunda=")
                                .attribute(TARGET, "ServiceTask_VerifyExitCriteria", "old:asyncBefore=\"false\"")),
                wrong(
                        "history-has-an-end",
                        "a process without a time to live",
                        it -> it.replaceFirst(HAND_OVER, " camunda:historyTimeToLive=\"P1825D\"", "")),
                wrong(
                        "steps-are-named",
                        "a task without a name",
                        it -> it.replaceFirst(TARGET, " name=\"Earn the meeting\"", "")),
                wrong(
                        "flows-stand-at-both-ends",
                        "a gateway does not name one of the flows that leave it",
                        it -> it.replaceFirst(TARGET, "<bpmn:outgoing>Flow_ExitCriteria_Met</bpmn:outgoing>", "")),
                wrong(
                        "everything-is-drawn",
                        "a task has no shape",
                        it -> it.replaceFirst(
                                TARGET, "bpmnElement=\"" + EARN + "\"", "bpmnElement=\"EndEvent_OthersAreOpen\"")),
                wrong(
                        "everything-is-reached",
                        "the flow to a stage leads past it",
                        it -> it.retarget(ROADMAP, "Flow_Target_Discovery", "CallActivity_Diagnosis")),
                wrong(
                        "loops-wait",
                        "a service task leads to itself",
                        it -> it.retarget(HAND_OVER, "Flow_HandOver_HandedOver", "ServiceTask_HandOver")),
                wrong(
                        "events-are-ours",
                        "an event waits for a message that nobody sends",
                        it -> it.replaceFirst(ROADMAP, "name=\"opportunity-lost\"", "name=\"deal-lost\"")),
                wrong(
                        "service-task-does-something",
                        "a service task names what is no delegate",
                        it -> it.replaceFirst(HAND_OVER, "${submitHandOver}", "${opportunity}")),
                wrong(
                        "task-is-somebodys",
                        "a task has neither assignee nor candidates",
                        it -> it.replaceFirst(
                                "propose-a-change.bpmn", " camunda:candidateGroups=\"process-owner\"", "")),
                wrong("form-is-there", "a conversation's form is missing", it -> it.remove(FORM)),
                wrong("called-process-is-there", "a stage that is called is missing", it -> it.remove(PRESENTATION)));
    }

    private static Stream<Wrong> map() {
        return Stream.of(
                wrong(
                        "map-is-not-started-by-hand",
                        "a stage can be started in Tasklist",
                        it -> it.replaceFirst(
                                TARGET, "isStartableInTasklist=\"false\"", "isStartableInTasklist=\"true\"")),
                wrong(
                        "map-sets-no-variables",
                        "an output of the gate sets exitCriteria to met",
                        it -> it.replaceFirst(
                                TARGET,
                                "<bpmn:incoming>Flow_AtTheGate_VerifyExitCriteria</bpmn:incoming>",
                                "<bpmn:extensionElements><camunda:inputOutput><camunda:outputParameter name=\"exitCriteria\">met"
                                        + "</camunda:outputParameter></camunda:inputOutput></bpmn:extensionElements>"
                                        + "<bpmn:incoming>Flow_AtTheGate_VerifyExitCriteria</bpmn:incoming>")),
                wrong(
                        "nothing-repeats-by-itself",
                        "a conversation with a multi-instance marker",
                        it -> it.replaceFirst(
                                TARGET,
                                "<bpmn:outgoing>Flow_EarnTheMeeting_AtTheGate</bpmn:outgoing>",
                                "<bpmn:outgoing>Flow_EarnTheMeeting_AtTheGate</bpmn:outgoing><bpmn:multiInstanceLoopCharacteristics>"
                                        + "<bpmn:loopCardinality>3</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>")));
    }

    private static Stream<Wrong> stages() {
        return Stream.of(
                wrong(
                        "stage-begins-at-its-gate",
                        "the start leads to what is owed",
                        it -> it.retarget(TARGET, "Flow_StageEntered_AtTheGate", "Gateway_StillOwed")),
                wrong(
                        "stage-has-one-gate",
                        "the gate is no save point",
                        it -> it.replaceFirst(TARGET, " camunda:asyncBefore=\"true\"", "")),
                wrong(
                        "stage-has-only-its-parts",
                        "a user task that generates nothing",
                        it -> it.replaceFirst(TARGET, "name=\"outcomes\"", "name=\"notes\"")
                                .replaceFirst(TARGET, "name=\"commitment\"", "name=\"wish\"")),
                wrong(
                        "gate-stands-in-a-stage",
                        "a gate in a small diagram",
                        it -> it.replaceFirst(HAND_OVER, "${submitHandOver}", "${verifyExitCriteria}")),
                wrong(
                        "stage-waits-only-at-its-gate",
                        "the engine pauses before the question",
                        it -> it.attribute(TARGET, "Gateway_ExitCriteria", "camunda:asyncBefore=\"true\"")),
                wrong(
                        "gate-is-answered-at-once",
                        "a conversation leads to the question, past the gate",
                        it -> it.retarget(TARGET, "Flow_EarnTheMeeting_AtTheGate", "Gateway_ExitCriteria")),
                wrong(
                        "question-has-its-three-answers",
                        "the met flow is the default",
                        it -> it.replaceFirst(
                                TARGET, "default=\"Flow_ExitCriteria_OwedHere\"", "default=\"Flow_ExitCriteria_Met\"")),
                wrong(
                        "stage-passes-only-when-met",
                        "a conversation leads to an end of its own",
                        it -> it.retarget(TARGET, "Flow_EarnTheMeeting_AtTheGate", "EndEvent_OthersAreOpen")),
                wrong(
                        "owed-earlier-goes-back-to-the-map",
                        "what is owed earlier ends as passed",
                        it -> it.retarget(DISCOVERY, "Flow_ExitCriteria_OwedEarlier", "EndEvent_StagePassed")),
                wrong(
                        "owed-here-opens-conversations",
                        "the fork has no default flow",
                        it -> it.replaceFirst(TARGET, " default=\"Flow_StillOwed_OthersAreOpen\"", "")),
                wrong(
                        "conversation-is-opened-when-owed",
                        "the condition names another conversation",
                        it -> it.replaceFirst(
                                DISCOVERY,
                                "owed.contains('UserTask_EstablishWhyChangeWhyNow')",
                                "owed.contains('UserTask_ExploreTheNeedToChange')")),
                wrong(
                        "conversation-leads-back-to-the-gate",
                        "a conversation leads to the end of the stage",
                        it -> it.retarget(TARGET, "Flow_EarnTheMeeting_AtTheGate", "EndEvent_StagePassed")),
                wrong(
                        "other-gateways-merge",
                        "the flow behind a merge has a condition",
                        it -> it.removeFlow(TARGET, "Flow_AtTheGate_VerifyExitCriteria")
                                .flow(
                                        TARGET,
                                        "Flow_New",
                                        "Gateway_AtTheGate",
                                        "ServiceTask_VerifyExitCriteria",
                                        "${again}")));
    }

    private static Stream<Wrong> conversations() {
        return Stream.of(
                wrong(
                        "conversation-is-the-owners",
                        "a conversation is assigned to one rep",
                        it -> it.replaceFirst(
                                TARGET,
                                "camunda:assignee=\"${opportunity.owner(execution)}\"",
                                "camunda:assignee=\"rep1\"")),
                wrong(
                        "conversation-is-complete",
                        "a conversation should be held “soon”",
                        it -> it.replaceFirst(
                                TARGET, "name=\"targetDays\" value=\"", "name=\"targetDays\" value=\"soon")),
                wrong(
                        "conversation-id-stands-for-one",
                        "two stages use one id",
                        it -> it.replace(PRESENTATION, "UserTask_ReviewTheDraft", "UserTask_AskForTheDecision")),
                wrong(
                        "item-means-one-thing",
                        "the commitment decide is an outcome elsewhere",
                        it -> it.replaceFirst(
                                PRESENTATION,
                                "name=\"outcomes\" value=\"",
                                "name=\"outcomes\" value=\"decide: Decided&#10;")),
                wrong(
                        "form-asks-for-every-item",
                        "a form lacks the answer for an item",
                        it -> it.replaceFirst(FORM, "\"key\": \"timeState\"", "\"key\": \"timeAnswer\"")),
                wrong(
                        "form-asks-for-nothing-else",
                        "a form has a field that its conversation does not know",
                        it -> it.replaceFirst(FORM, "\"key\": \"nextStepOn\"", "\"key\": \"budget\"")),
                wrong(
                        "form-parts-are-shown",
                        "a form holds an iframe",
                        it -> it.replaceFirst(FORM, "\"type\": \"separator\"", "\"type\": \"iframe\"")),
                wrong(
                        "form-is-for-this-platform",
                        "a form made for Camunda 8",
                        it -> it.replaceFirst(
                                FORM,
                                "\"executionPlatform\": \"Camunda Platform\"",
                                "\"executionPlatform\": \"Camunda Cloud\"")));
    }

    private static Stream<Wrong> roadmaps() {
        return Stream.of(
                wrong(
                        "roadmap-is-one-road",
                        "a second flow leads round two stages",
                        it -> it.flow(ROADMAP, "Flow_New", "CallActivity_Target", "CallActivity_Presentation", "")),
                wrong(
                        "roadmap-has-only-its-parts",
                        "a deal ends by itself after 90 days",
                        it -> it.replaceFirst(
                                ROADMAP,
                                "<bpmn:messageEventDefinition id=\"MessageEventDefinition_Lost\" messageRef=\"Message_OpportunityLost\" />",
                                "<bpmn:timerEventDefinition id=\"Timer_Lost\"><bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">"
                                        + "P90D</bpmn:timeDuration></bpmn:timerEventDefinition>")),
                wrong(
                        "roadmap-leads-to-the-win",
                        "the road leads past the win",
                        it -> it.retarget(ROADMAP, "Flow_Pursue_Won", "CallActivity_Execution")),
                wrong(
                        "stage-stands-once-on-a-roadmap",
                        "a stage is called twice",
                        it -> it.replaceFirst(
                                ROADMAP, "calledElement=\"stage-diagnosis\"", "calledElement=\"stage-discovery\"")),
                wrong(
                        "stage-knows-its-deal",
                        "the business key is not handed on",
                        it -> it.replaceFirst(
                                ROADMAP, "<camunda:in businessKey=\"#{execution.processBusinessKey}\" />", "")),
                wrong(
                        "way-back-is-caught",
                        "the error is caught in one stage only",
                        it -> it.replaceFirst(
                                ROADMAP,
                                "name=\"Owed in an earlier stage\" attachedToRef=\"SubProcess_Pursue\"",
                                "name=\"Owed in an earlier stage\" attachedToRef=\"CallActivity_Target\"")),
                wrong(
                        "way-back-leads-to-the-start",
                        "a withdrawn commitment leads to the win",
                        it -> it.retarget(ROADMAP, "Flow_BackToTheMap_EnterTheMap", "Event_Won")),
                wrong(
                        "endings-are-caught",
                        "a deal can be lost in one stage only",
                        it -> it.replaceFirst(
                                ROADMAP,
                                "name=\"Lost\" attachedToRef=\"SubProcess_Pursue\"",
                                "name=\"Lost\" attachedToRef=\"CallActivity_Target\"")),
                wrong(
                        "ending-says-its-status",
                        "a lost deal ends as one without a decision",
                        it -> it.retarget(ROADMAP, "Flow_Lost_End", "EndEvent_NoDecision")),
                wrong(
                        "every-end-says-how-it-ended",
                        "an end without a status",
                        it -> it.replaceFirst(
                                ROADMAP, "<camunda:property name=\"opportunityStatus\" value=\"lost\" />", "")),
                wrong(
                        "caught-means-stopped",
                        "a boundary event does not interrupt",
                        it -> it.attribute(ROADMAP, "BoundaryEvent_Lost", "cancelActivity=\"false\"")),
                wrong(
                        "status-takes-effect",
                        "a status that no deal can have",
                        it -> it.replaceFirst(ROADMAP, "value=\"no-decision\"", "value=\"undecided\"")));
    }

    private static Stream<Wrong> tables() {
        return Stream.of(
                wrong(
                        "criteria-have-their-columns",
                        "the hit policy is UNIQUE",
                        it -> it.replaceFirst(TABLE, "hitPolicy=\"COLLECT\"", "hitPolicy=\"UNIQUE\"")),
                wrong(
                        "criteria-are-understood",
                        "“managr” may waive an item",
                        it -> it.replaceFirst(TABLE, "<text>\"manager\"</text>", "<text>\"managr\"</text>")),
                wrong(
                        "every-row-applies",
                        "a row names a stage that no roadmap calls",
                        it -> it.replaceFirst(TABLE, "<text>\"target\"</text>", "<text>\"targets\"</text>")),
                wrong(
                        "required-item-is-generated",
                        "a row names an item that no conversation generates",
                        it -> it.replaceFirst(TABLE, "<text>\"review\"</text>", "<text>\"reviewed\"</text>")),
                wrong(
                        "required-item-comes-in-time",
                        "a first stage requires what a later one generates",
                        it -> it.replaceFirst(TABLE, "<text>\"fit-hypothesis\"</text>", "<text>\"decide\"</text>")),
                wrong(
                        "criteria-cover-every-value",
                        "a stage asks renewals for something from 10,000 on only",
                        it -> it.replaceFirst(
                                TABLE,
                                "<inputEntry id=\"Rule_Renewal_Change_DealValue\">\n          <text>-</text>",
                                "<inputEntry id=\"Rule_Renewal_Change_DealValue\">\n          <text>&gt; 10000</text>")),
                wrong(
                        "every-ending-has-a-reason",
                        "no reason for a disqualified deal",
                        it -> it.replace(
                                "closing-reasons.dmn", "<text>\"disqualified\"</text>", "<text>\"lost\"</text>")));
    }

    private static Stream<Wrong> warnings() {
        return Stream.of(
                wrong(
                        "conversation-asks-for-a-commitment",
                        "a conversation names outcomes only",
                        it -> it.replaceFirst(DISCOVERY, "name=\"commitment\"", "name=\"wish\"")),
                wrong(
                        "stage-asks-for-a-commitment",
                        "the only conversation of a stage names outcomes only",
                        it -> it.replaceFirst(TARGET, "name=\"commitment\"", "name=\"wish\"")),
                wrong(
                        "stage-is-called",
                        "a stage that no roadmap calls",
                        it -> it.add(
                                "stage-warm-up.bpmn",
                                Shipped.files().get(TARGET).replace("stage-target", "stage-warm-up"))),
                wrong(
                        "stage-requires-something",
                        "no row names a stage",
                        it -> it.replace(TABLE, "<text>\"presentation\"</text>", "<text>\"negotiation\"</text>")),
                wrong(
                        "item-is-required",
                        "an outcome that no row names",
                        it -> it.replaceFirst(
                                TARGET,
                                "name=\"outcomes\" value=\"",
                                "name=\"outcomes\" value=\"size-known: We know how big they are&#10;")),
                wrong(
                        "item-reads-the-same",
                        "an item with two labels",
                        it -> it.replaceFirst(
                                DISCOVERY,
                                "name=\"outcomes\" value=\"",
                                "name=\"outcomes\" value=\"fit-hypothesis: They fit&#10;")),
                wrong(
                        "decision-is-the-clients",
                        "a leader may waive the decision",
                        it -> it.replace(TABLE, "<text>\"nobody\"</text>", "<text>\"leader\"</text>")));
    }
}
