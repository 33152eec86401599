package com.targettoclose.attack;

/** Diagrams, decision tables and cases as an attacker writes them: harmless but for the one place where code stands. */
final class Diagrams {

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="attack"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
            """;

    private Diagrams() {}

    /** A process of a start, this element (its id is {@code it}) and an end. */
    static String around(String element) {
        return process("", """
                <startEvent id="start"/><sequenceFlow id="f1" sourceRef="start" targetRef="it"/>
                %s
                <sequenceFlow id="f2" sourceRef="it" targetRef="end"/><endEvent id="end"/>""".formatted(element));
    }

    /** A process with these attributes and this in it. */
    static String process(String attributes, String content) {
        var ttl = attributes.contains("historyTimeToLive") ? "" : " camunda:historyTimeToLive=\"P1D\"";
        return HEAD
                + "<process id=\"attack\" isExecutable=\"true\"%s %s>\n%s\n</process></definitions>"
                        .formatted(ttl, attributes, content);
    }

    /** A process as {@link #around}, and these definitions beside it: messages, errors, signals. */
    static String beside(String definitions, String element) {
        return around(element).replace("</process>", "</process>" + definitions);
    }

    /** A user task with these attributes and this in its extensions. */
    static String userTask(String attributes, String extensions) {
        return around("<userTask id=\"it\" %s><extensionElements>%s</extensionElements></userTask>"
                .formatted(attributes, extensions));
    }

    /** A service task with these attributes and this in its extensions. */
    static String serviceTask(String attributes, String extensions) {
        return around("<serviceTask id=\"it\" %s><extensionElements>%s</extensionElements></serviceTask>"
                .formatted(attributes, extensions));
    }

    /** A decision table of one rule. */
    static String table(String attributes, String input, String entry, String output) {
        return dmn("""
                <decisionTable id="table" hitPolicy="FIRST">
                  <input id="i"><inputExpression id="ie" typeRef="string" %s><text>%s</text></inputExpression></input>
                  <output id="o" name="o" typeRef="string"/>
                  <rule id="r"><inputEntry id="e" %s><text>%s</text></inputEntry><outputEntry id="oe" %s><text>%s</text></outputEntry></rule>
                </decisionTable>""".formatted(attributes, input, attributes, entry, attributes, output));
    }

    static String dmn(String content) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="attack"
                    xmlns:camunda="http://camunda.org/schema/1.0/dmn">
                <decision id="attack" name="attack" camunda:historyTimeToLive="P1D">%s</decision></definitions>
                """.formatted(content);
    }

    /** A case with this task in it. */
    static String caseOf(String task) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/CMMN/20151109/MODEL" targetNamespace="attack"
                    xmlns:camunda="http://camunda.org/schema/1.0/cmmn">
                <case id="attack" camunda:historyTimeToLive="P1D"><casePlanModel id="plan">
                <planItem id="item" definitionRef="it"/>%s</casePlanModel></case></definitions>
                """.formatted(task);
    }
}
