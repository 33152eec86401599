package com.targettoclose.verifier;

import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Edits of the shipped files that let no deal slip and strand none. */
final class HarmlessEdits {

    private static final String TARGET = "stage-target.bpmn";
    private static final String DISCOVERY = "stage-discovery.bpmn";
    private static final String ROADMAP = "target-to-close.bpmn";
    private static final String TABLE = "exit-criteria.dmn";
    private static final String FORM = "earn-the-meeting.form";

    /** Those after which a gate lets deals through that it held before. */
    static final Set<String> WEAKENING =
            Set.of("a requirement is removed", "a requirement applies from another value on");

    private HarmlessEdits() {}

    /** An edit, and the files after it. */
    record Harmless(String what, Map<String, String> files) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Harmless> all() {
        return Stream.of(diagrams(), conversations(), criteria(), others()).flatMap(it -> it);
    }

    private static Harmless edit(String what, UnaryOperator<Edit> edit) {
        return new Harmless(what, edit.apply(new Edit()).files());
    }

    private static Stream<Harmless> diagrams() {
        return Stream.of(
                edit("a task is moved", it -> it.replaceFirst(TARGET, "<dc:Bounds x=\"", "<dc:Bounds x=\"1")),
                edit(
                        "a conversation has another name",
                        it -> it.replace(TARGET, "Earn the meeting", "Earn the first hour")),
                edit(
                        "a gateway has another name",
                        it -> it.replace(TARGET, "name=\"At the gate\"", "name=\"Ask the ledger\"")),
                edit(
                        "an end has another name",
                        it -> it.replace(DISCOVERY, "name=\"Stage passed\"", "name=\"Discovered\"")),
                edit("a flow has another id", it -> it.replace(DISCOVERY, "Flow_ExitCriteria_Met", "Flow_Through")),
                edit("a gateway has another id", it -> it.replace(DISCOVERY, "Gateway_StillOwed", "Gateway_WhatNow")),
                edit(
                        "the gate has another id",
                        it -> it.replace(DISCOVERY, "ServiceTask_VerifyExitCriteria", "ServiceTask_Gate")),
                edit(
                        "a conversation has another id, also in its condition",
                        it -> it.replace(DISCOVERY, "UserTask_ExploreTheNeedToChange", "UserTask_Explore")),
                edit(
                        "conditions are written with other quotes and spaces",
                        it -> it.replace(DISCOVERY, "${exitCriteria == 'met'}", "${ exitCriteria == \"met\" }")),
                edit(
                        "a documentation is rewritten",
                        it -> it.replaceFirst(TARGET, "<bpmn:documentation>", "<bpmn:documentation>In short: ")),
                edit("a stage has another label", it -> it.replace(ROADMAP, "name=\"Discovery\"", "name=\"Explore\"")),
                edit(
                        "a second merge on the way back",
                        it -> it.node(
                                        TARGET,
                                        "Gateway_AtTheGate",
                                        "<bpmn:exclusiveGateway id=\"Gateway_Again\"></bpmn:exclusiveGateway>",
                                        "Gateway_Again")
                                .replaceFirst(
                                        TARGET,
                                        "<bpmn:exclusiveGateway id=\"Gateway_Again\"></bpmn:exclusiveGateway>",
                                        "<bpmn:exclusiveGateway id=\"Gateway_Again\">\n      <bpmn:outgoing>Flow_Again</bpmn:outgoing>\n    </bpmn:exclusiveGateway>")
                                .replaceFirst(
                                        TARGET,
                                        "<bpmn:sequenceFlow ",
                                        "<bpmn:sequenceFlow id=\"Flow_Again\" sourceRef=\"Gateway_Again\" targetRef=\"Gateway_AtTheGate\" />\n    <bpmn:sequenceFlow ")
                                .replaceFirst(
                                        TARGET,
                                        "<bpmn:incoming>Flow_StageEntered_AtTheGate</bpmn:incoming>",
                                        "<bpmn:incoming>Flow_StageEntered_AtTheGate</bpmn:incoming><bpmn:incoming>Flow_Again</bpmn:incoming>")
                                .replaceFirst(
                                        TARGET,
                                        "<bpmndi:BPMNEdge ",
                                        "<bpmndi:BPMNEdge id=\"Flow_Again_di\" bpmnElement=\"Flow_Again\"><di:waypoint x=\"0\" y=\"0\" /><di:waypoint x=\"9\" y=\"9\" /></bpmndi:BPMNEdge>\n      <bpmndi:BPMNEdge ")
                                .retarget(TARGET, "Flow_EarnTheMeeting_AtTheGate", "Gateway_Again")));
    }

    private static Stream<Harmless> conversations() {
        return Stream.of(
                edit(
                        "a purpose is rewritten",
                        it -> it.replaceFirst(
                                DISCOVERY, "name=\"purpose\" value=\"", "name=\"purpose\" value=\"First: ")),
                edit(
                        "an item has another label",
                        it -> it.replace(TARGET, "The client will meet us", "The client gives us an hour")),
                edit(
                        "a target of other days",
                        it -> it.replaceFirst(
                                DISCOVERY, "name=\"targetDays\" value=\"", "name=\"targetDays\" value=\"2")),
                edit(
                        "a question is rewritten in its form",
                        it -> it.replaceFirst(FORM, "Has the client agreed to meet you?", "Will they meet you?")),
                edit(
                        "a hint is added to a form",
                        it -> it.replaceFirst(
                                FORM,
                                "\"components\": [",
                                "\"components\": [{\"type\": \"text\", \"text\": \"Be brief.\", \"id\": \"Hint\"},")),
                edit("a conversation is added, with form, condition and way back", HarmlessEdits::another),
                edit(
                        "an outcome is added, with its fields and its row",
                        it -> row(
                                it.replaceFirst(
                                                TARGET,
                                                "name=\"outcomes\" value=\"",
                                                "name=\"outcomes\" value=\"size-known: We know their size&#10;")
                                        .replaceFirst(
                                                FORM, "\"components\": [", "\"components\": [" + fields("sizeKnown")),
                                "target",
                                "size-known")));
    }

    private static Stream<Harmless> criteria() {
        return Stream.of(
                edit("a requirement is removed", it -> it.replaceFirst(TABLE, rule("Rule_AgendaAgreed"), "")),
                edit("a requirement is added for large deals", it -> row(it, "discovery", "agenda-agreed")),
                edit(
                        "a requirement applies from another value on",
                        it -> it.replaceFirst(TABLE, "&gt;= 10000", "&gt;= 25000")),
                edit("a requirement applies to all deals", it -> it.replaceFirst(TABLE, "&gt;= 10000", "-")),
                edit(
                        "a leader waives what a manager did",
                        it -> it.replaceFirst(TABLE, "<text>\"manager\"</text>", "<text>\"leader\"</text>")),
                edit("an item lapses sooner", it -> it.replaceFirst(TABLE, "<text>90</text>", "<text>60</text>")),
                edit(
                        "proof is needed",
                        it -> it.replaceFirst(TABLE, "<text>\"none\"</text>", "<text>\"claimed\"</text>")),
                edit(
                        "a value is written as a range",
                        it -> it.replaceFirst(TABLE, "&gt;= 10000", "[10000..9999999999999999999)")));
    }

    private static Stream<Harmless> others() {
        return Stream.of(
                edit(
                        "a small diagram has another name",
                        it -> it.replace("hand-over.bpmn", "name=\"Hand over\"", "name=\"Pass on\"")),
                edit(
                        "a reason for closing is added",
                        it -> it.replaceFirst("closing-reasons.dmn", "\"price\"", "\"too-dear\"")),
                edit("history is kept for ten years", it -> it.replace(TARGET, "P1825D", "P3650D")));
    }

    private static String rule(String id) {
        var text = Shipped.files().get(TABLE);
        int from = text.indexOf("<rule id=\"" + id + "\">");
        return text.substring(from, text.indexOf("</rule>", from) + "</rule>".length());
    }

    /** The row of an item, for a stage, for deals of 100,000 and up of new business. */
    private static Edit row(Edit edit, String stage, String item) {
        var like = rule("Rule_AgendaAgreed");
        return edit.replaceFirst(
                TABLE,
                like,
                like + "\n      "
                        + like.replace("Rule_AgendaAgreed", "Rule_Added")
                                .replace("\"discovery\"", "\"" + stage + "\"")
                                .replace("\"agenda-agreed\"", "\"" + item + "\"")
                                .replace("10000", "100000"));
    }

    private static String fields(String prefix) {
        return Stream.of(
                        "\"type\": \"radio\", \"key\": \"%sState\", \"values\": [{\"value\": \"gained\"}, {\"value\": \"not-yet\"}, {\"value\": \"declined\"}]",
                        "\"type\": \"textarea\", \"key\": \"%sWords\"",
                        "\"type\": \"select\", \"key\": \"%sProof\", \"values\": [{\"value\": \"calendar-acceptance\"}, {\"value\": \"message\"},"
                                + " {\"value\": \"document\"}, {\"value\": \"attendance\"}, {\"value\": \"signature\"}]",
                        "\"type\": \"textfield\", \"key\": \"%sLink\"")
                .map(it -> "{" + it.formatted(prefix) + "},")
                .reduce("", String::concat);
    }

    /** A second conversation in the first stage, which generates what the first one does. */
    private static Edit another(Edit edit) {
        var text = Shipped.files().get(TARGET);
        int from = text.indexOf("<bpmn:userTask id=\"UserTask_EarnTheMeeting\"");
        var task = text.substring(from, text.indexOf("</bpmn:userTask>", from) + "</bpmn:userTask>".length())
                .replace("UserTask_EarnTheMeeting", "UserTask_Another")
                .replace("Flow_StillOwed_EarnTheMeeting", "Flow_StillOwed_Another")
                .replace("Flow_EarnTheMeeting_AtTheGate", "Flow_Another_AtTheGate")
                .replaceAll("<bpmn:(incoming|outgoing)>[^<]*</bpmn:(incoming|outgoing)>", "")
                .replace("earn-the-meeting", "another");
        return edit.add(
                        "another.form",
                        Shipped.files().get(FORM).replace("\"id\": \"earn-the-meeting\"", "\"id\": \"another\""))
                .node(TARGET, "UserTask_EarnTheMeeting", task, "UserTask_Another")
                .flow(
                        TARGET,
                        "Flow_StillOwed_Another",
                        "Gateway_StillOwed",
                        "UserTask_Another",
                        "${owed.contains('UserTask_Another')}")
                .flow(TARGET, "Flow_Another_AtTheGate", "UserTask_Another", "Gateway_AtTheGate", "");
    }
}
