package com.targettoclose.attack;

import static com.targettoclose.attack.Diagrams.around;
import static com.targettoclose.attack.Diagrams.beside;
import static com.targettoclose.attack.Diagrams.process;
import static com.targettoclose.attack.Diagrams.serviceTask;
import static com.targettoclose.attack.Diagrams.userTask;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;

@DisplayName("a deployment that carries code")
class DeploymentAttackTests extends AttackTest {

    private static final String J = Code.COMMAND;
    private static final String S = Code.SCRIPT;

    static Stream<Attack> attacks() {
        return Stream.of(
                        scripts(),
                        classes(),
                        listeners(),
                        userTasks(),
                        flow(),
                        events(),
                        processes(),
                        waysOut(),
                        tables(),
                        files())
                .flatMap(attacks -> attacks);
    }

    private static Stream<Attack> scripts() {
        return Stream.of(
                bpmn("a script task in Groovy", around(script("groovy"))),
                bpmn("a script task in JavaScript", around(script("javascript"))),
                bpmn("a script task in Python", around(script("python"))),
                bpmn("a script task in an expression", around(script("juel").replace(S, J))),
                bpmn("a script task in a language of an expression", around(script(J))),
                bpmn(
                        "a script task from a resource",
                        around(
                                "<scriptTask id=\"it\" scriptFormat=\"groovy\" camunda:resource=\"deployment://x.groovy\"/>")),
                bpmn(
                        "a script task from a resource that an expression names",
                        around("<scriptTask id=\"it\" scriptFormat=\"groovy\" camunda:resource=\"" + J + "\"/>")),
                bpmn(
                        "a script for a condition",
                        around("<task id=\"it\"/>")
                                .replace(
                                        "targetRef=\"it\"/>",
                                        "targetRef=\"it\"><conditionExpression xsi:type=\"tFormalExpression\""
                                                + " language=\"groovy\">" + S
                                                + "</conditionExpression></sequenceFlow>")),
                bpmn(
                        "a script for an input",
                        serviceTask(
                                "camunda:expression=\"${true}\"",
                                input("<camunda:script scriptFormat=\"groovy\">" + S + "</camunda:script>"))));
    }

    private static String script(String language) {
        return "<scriptTask id=\"it\" scriptFormat=\"%s\"><script>%s</script></scriptTask>".formatted(language, S);
    }

    private static String input(String content) {
        return "<camunda:inputOutput><camunda:inputParameter name=\"x\">" + content
                + "</camunda:inputParameter></camunda:inputOutput>";
    }

    private static Stream<Attack> classes() {
        return Stream.of(
                bpmn("a class for a service", serviceTask("camunda:class=\"java.lang.Runtime\"", "")),
                bpmn("an expression for a service", serviceTask("camunda:expression=\"" + J + "\"", "")),
                bpmn(
                        "an expression for a service's delegate",
                        serviceTask("camunda:delegateExpression=\"" + J + "\"", "")),
                bpmn("a bean that is none of ours", serviceTask("camunda:delegateExpression=\"${dataSource}\"", "")),
                bpmn(
                        "an expression for a delegate's field",
                        serviceTask(
                                "camunda:delegateExpression=\"${verifyExitCriteria}\"",
                                "<camunda:field name=\"x\"><camunda:expression>" + J
                                        + "</camunda:expression></camunda:field>")),
                bpmn(
                        "an expression for an external topic",
                        serviceTask("camunda:type=\"external\" camunda:topic=\"" + J + "\"", "")),
                bpmn(
                        "an expression for an external priority",
                        serviceTask(
                                "camunda:type=\"external\" camunda:topic=\"t\" camunda:taskPriority=\"" + J + "\"",
                                "")),
                bpmn(
                        "a connector",
                        serviceTask(
                                "",
                                "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>")),
                bpmn("a mail task", serviceTask("camunda:type=\"mail\"", "")),
                bpmn(
                        "a shell task",
                        serviceTask(
                                "camunda:type=\"shell\"",
                                "<camunda:field name=\"command\" stringValue=\"touch @marker@\"/>")),
                bpmn("a class for a sender", around("<sendTask id=\"it\" camunda:class=\"java.lang.Runtime\"/>")),
                bpmn("an expression for a sender", around("<sendTask id=\"it\" camunda:expression=\"" + J + "\"/>")),
                bpmn(
                        "an expression for a decision",
                        around("<businessRuleTask id=\"it\" camunda:expression=\"" + J + "\"/>")),
                bpmn(
                        "an expression for a decision's name",
                        around("<businessRuleTask id=\"it\" camunda:decisionRef=\"" + J + "\"/>")),
                bpmn("an expression for an input", serviceTask("camunda:expression=\"${true}\"", input(J))),
                bpmn(
                        "an expression in a list for an input",
                        serviceTask(
                                "camunda:expression=\"${true}\"",
                                input("<camunda:list><camunda:value>" + J + "</camunda:value></camunda:list>"))),
                bpmn(
                        "an expression in a map for an input",
                        serviceTask(
                                "camunda:expression=\"${true}\"",
                                input("<camunda:map><camunda:entry key=\"k\">" + J
                                        + "</camunda:entry></camunda:map>"))),
                bpmn(
                        "an expression for an output",
                        serviceTask(
                                "camunda:expression=\"${true}\"",
                                input(J).replace("input", "output").replace("outputOutput", "inputOutput"))));
    }

    private static Stream<Attack> listeners() {
        return Stream.of("executionListener", "taskListener")
                .flatMap(kind -> Stream.of(
                        bpmn(
                                "a script for a " + kind,
                                userTask(
                                        "",
                                        listener(
                                                kind,
                                                "",
                                                "<camunda:script scriptFormat=\"groovy\">" + S + "</camunda:script>"))),
                        bpmn("a class for a " + kind, userTask("", listener(kind, "class=\"java.lang.Runtime\"", ""))),
                        bpmn(
                                "an expression for a " + kind,
                                userTask("", listener(kind, "expression=\"" + J + "\"", ""))),
                        bpmn(
                                "a delegate for a " + kind,
                                userTask("", listener(kind, "delegateExpression=\"" + J + "\"", "")))));
    }

    private static String listener(String kind, String what, String content) {
        var event = kind.equals("taskListener") ? "create" : "start";
        return "<camunda:%s event=\"%s\" %s>%s</camunda:%s>"
                .formatted(kind, event, what.isEmpty() ? "" : "" + what, content, kind);
    }

    private static Stream<Attack> userTasks() {
        return Stream.concat(
                Stream.of(
                                "assignee",
                                "candidateUsers",
                                "candidateGroups",
                                "dueDate",
                                "followUpDate",
                                "priority",
                                "formKey")
                        .map(field -> bpmn(
                                "an expression for a task's " + field,
                                userTask("camunda:" + field + "=\"" + J + "\"", ""))),
                Stream.of(
                        bpmn("an expression for a task's name", userTask("name=\"" + J + "\"", "")),
                        bpmn(
                                "an expression for a form's version",
                                userTask(
                                        "camunda:formRef=\"f\" camunda:formRefBinding=\"version\" camunda:formRefVersion=\""
                                                + J + "\"",
                                        "")),
                        bpmn(
                                "an expression for a form's name",
                                userTask("camunda:formRef=\"" + J + "\" camunda:formRefBinding=\"latest\"", "")),
                        bpmn(
                                "an expression for a field's default",
                                userTask(
                                        "",
                                        "<camunda:formData><camunda:formField id=\"f\" type=\"string\" defaultValue=\""
                                                + J + "\"/></camunda:formData>")),
                        bpmn(
                                "an expression for a field's label",
                                userTask(
                                        "",
                                        "<camunda:formData><camunda:formField id=\"f\" type=\"string\" label=\"" + J
                                                + "\"/></camunda:formData>")),
                        bpmn(
                                "a class for a field's check",
                                userTask(
                                        "",
                                        "<camunda:formData><camunda:formField id=\"f\" type=\"string\"><camunda:validation>"
                                                + "<camunda:constraint name=\"validator\" config=\"java.lang.Runtime\"/>"
                                                + "</camunda:validation></camunda:formField></camunda:formData>")),
                        bpmn(
                                "a class for a form's handler",
                                userTask("camunda:formHandlerClass=\"java.lang.Runtime\"", ""))));
    }

    private static Stream<Attack> flow() {
        return Stream.of(
                bpmn(
                        "an expression for a condition",
                        around("<task id=\"it\"/>")
                                .replace(
                                        "targetRef=\"it\"/>",
                                        "targetRef=\"it\"><conditionExpression xsi:type=\"tFormalExpression\">" + J
                                                + "</conditionExpression></sequenceFlow>")),
                bpmn(
                        "an expression for a called diagram",
                        around("<callActivity id=\"it\" calledElement=\"" + J + "\"/>")),
                bpmn(
                        "an expression for a called diagram's version",
                        around(
                                "<callActivity id=\"it\" calledElement=\"stage-target\" camunda:calledElementBinding=\"version\" camunda:calledElementVersion=\""
                                        + J + "\"/>")),
                bpmn(
                        "an expression for a called diagram's tenant",
                        around("<callActivity id=\"it\" calledElement=\"stage-target\" camunda:calledElementTenantId=\""
                                + J + "\"/>")),
                bpmn(
                        "a class for what is handed on",
                        around(
                                "<callActivity id=\"it\" calledElement=\"stage-target\" camunda:variableMappingClass=\"java.lang.Runtime\"/>")),
                bpmn(
                        "an expression for the delegate of what is handed on",
                        around(
                                "<callActivity id=\"it\" calledElement=\"stage-target\" camunda:variableMappingDelegateExpression=\""
                                        + J + "\"/>")),
                bpmn(
                        "an expression for what is handed on",
                        around(
                                "<callActivity id=\"it\" calledElement=\"stage-target\"><extensionElements><camunda:in sourceExpression=\""
                                        + J + "\" target=\"x\"/></extensionElements></callActivity>")),
                bpmn(
                        "an expression for the business key that is handed on",
                        around(
                                "<callActivity id=\"it\" calledElement=\"stage-target\"><extensionElements><camunda:in businessKey=\""
                                        + J + "\"/></extensionElements></callActivity>")),
                bpmn(
                        "an expression for how often",
                        around("<task id=\"it\"><multiInstanceLoopCharacteristics><loopCardinality>" + J
                                + "</loopCardinality></multiInstanceLoopCharacteristics></task>")),
                bpmn(
                        "an expression for a list to go through",
                        around("<task id=\"it\"><multiInstanceLoopCharacteristics camunda:collection=\"" + J
                                + "\" camunda:elementVariable=\"x\"/></task>")),
                bpmn(
                        "an expression for when it is enough",
                        around(
                                "<task id=\"it\"><multiInstanceLoopCharacteristics><loopCardinality>1</loopCardinality><completionCondition>"
                                        + J + "</completionCondition></multiInstanceLoopCharacteristics></task>")),
                bpmn(
                        "an expression for when to retry",
                        around(
                                "<task id=\"it\" camunda:asyncBefore=\"true\"><extensionElements><camunda:failedJobRetryTimeCycle>"
                                        + J + "</camunda:failedJobRetryTimeCycle></extensionElements></task>")),
                bpmn(
                        "an expression for a job's priority",
                        around("<task id=\"it\" camunda:asyncBefore=\"true\" camunda:jobPriority=\"" + J + "\"/>")));
    }

    private static Stream<Attack> events() {
        var event = "<intermediateCatchEvent id=\"it\">%s</intermediateCatchEvent>";
        var thrown = "<intermediateThrowEvent id=\"it\">%s</intermediateThrowEvent>";
        return Stream.of(
                bpmn(
                        "an expression for how long to wait",
                        around(event.formatted("<timerEventDefinition><timeDuration>" + J
                                + "</timeDuration></timerEventDefinition>"))),
                bpmn(
                        "an expression for when to wake",
                        around(event.formatted(
                                "<timerEventDefinition><timeDate>" + J + "</timeDate></timerEventDefinition>"))),
                bpmn(
                        "an expression for a clock at the start",
                        process(
                                "",
                                "<startEvent id=\"start\"><timerEventDefinition><timeCycle>" + J
                                        + "</timeCycle></timerEventDefinition></startEvent>")),
                bpmn(
                        "an expression for a condition to wait for",
                        around(event.formatted("<conditionalEventDefinition><condition xsi:type=\"tFormalExpression\">"
                                + J + "</condition></conditionalEventDefinition>"))),
                bpmn(
                        "a script for a condition to wait for",
                        around(event.formatted(
                                "<conditionalEventDefinition><condition xsi:type=\"tFormalExpression\" language=\"groovy\">"
                                        + S + "</condition></conditionalEventDefinition>"))),
                bpmn(
                        "an expression for a message's name",
                        beside(
                                "<message id=\"m\" name=\"" + J + "\"/>",
                                event.formatted("<messageEventDefinition messageRef=\"m\"/>"))),
                bpmn(
                        "an expression for a signal's name",
                        beside(
                                "<signal id=\"s\" name=\"" + J + "\"/>",
                                event.formatted("<signalEventDefinition signalRef=\"s\"/>"))),
                bpmn(
                        "a class that sends a message",
                        beside(
                                "<message id=\"m\" name=\"m\"/>",
                                thrown.formatted(
                                        "<messageEventDefinition messageRef=\"m\" camunda:class=\"java.lang.Runtime\"/>"))),
                bpmn(
                        "an expression that sends a message",
                        beside(
                                "<message id=\"m\" name=\"m\"/>",
                                thrown.formatted("<messageEventDefinition messageRef=\"m\" camunda:expression=\"" + J
                                        + "\"/>"))),
                bpmn(
                        "an expression for an error's message",
                        beside(
                                        "<error id=\"e\" errorCode=\"x\" camunda:errorMessage=\"" + J + "\"/>",
                                        "<task id=\"it\"/>")
                                .replace(
                                        "<endEvent id=\"end\"/>",
                                        "<endEvent id=\"end\"><errorEventDefinition errorRef=\"e\"/></endEvent>")),
                bpmn(
                        "an expression for an error of an external task",
                        beside(
                                "<error id=\"e\" errorCode=\"x\"/>",
                                "<serviceTask id=\"it\" camunda:type=\"external\" camunda:topic=\"t\"><extensionElements>"
                                        + "<camunda:errorEventDefinition id=\"ee\" errorRef=\"e\" expression=\"" + J
                                        + "\"/></extensionElements></serviceTask>")));
    }

    private static Stream<Attack> processes() {
        var start = "<startEvent id=\"start\"/>";
        return Stream.of(
                bpmn(
                        "an expression for the history's length",
                        process("camunda:historyTimeToLive=\"" + J + "\"", start)),
                bpmn("an expression for who may start", process("camunda:candidateStarterUsers=\"" + J + "\"", start)),
                bpmn("an expression for the priority of all jobs", process("camunda:jobPriority=\"" + J + "\"", start)),
                bpmn(
                        "an expression for the priority of external tasks",
                        process("camunda:taskPriority=\"" + J + "\"", start)),
                bpmn(
                        "an expression for the start form",
                        process("", "<startEvent id=\"start\" camunda:formKey=\"" + J + "\"/>")),
                bpmn(
                        "a listener for the whole",
                        process(
                                "",
                                "<extensionElements><camunda:executionListener event=\"start\" class=\"java.lang.Runtime\"/></extensionElements>"
                                        + start)),
                bpmn(
                        "a page with a script for a form",
                        process("", "<startEvent id=\"start\" camunda:formKey=\"embedded:deployment:evil.html\"/>")),
                bpmn(
                        "a page elsewhere for a form",
                        process("", "<startEvent id=\"start\" camunda:formKey=\"https://evil.example.com/\"/>")));
    }

    private static Stream<Attack> waysOut() {
        return Code.EXPRESSIONS.stream()
                .skip(1)
                .map(expression -> expression.replace("\\\"", "&quot;"))
                .filter(expression -> !expression.contains("currentUser()"))
                .map(expression -> bpmn(
                        "the expression " + expression, serviceTask("camunda:expression=\"" + expression + "\"", "")));
    }

    private static Stream<Attack> tables() {
        var juel = "expressionLanguage=\"juel\"";
        return Stream.of(
                dmn("an expression for what a table asks", Diagrams.table(juel, J, "&quot;x&quot;", "&quot;y&quot;")),
                dmn("an expression for what a table compares with", Diagrams.table(juel, "stage", J, "&quot;y&quot;")),
                dmn("an expression for what a table yields", Diagrams.table(juel, "stage", "&quot;x&quot;", J)),
                dmn("Groovy in a table", Diagrams.table("expressionLanguage=\"groovy\"", S, "true", S)),
                dmn("JavaScript in a table", Diagrams.table("expressionLanguage=\"javascript\"", S, "true", S)),
                dmn(
                        "an expression as a decision",
                        Diagrams.dmn(
                                "<variable id=\"v\" name=\"v\" typeRef=\"string\"/><literalExpression id=\"l\" expressionLanguage=\"juel\"><text>"
                                        + J + "</text></literalExpression>")),
                dmn(
                        "Groovy as a decision",
                        Diagrams.dmn(
                                "<variable id=\"v\" name=\"v\" typeRef=\"string\"/><literalExpression id=\"l\" expressionLanguage=\"groovy\"><text>"
                                        + S + "</text></literalExpression>")));
    }

    private static Stream<Attack> files() {
        return Stream.of(
                file("a case", "attack.cmmn", Diagrams.caseOf("<humanTask id=\"it\" name=\"" + J + "\"/>")),
                file(
                        "a case with a listener",
                        "attack.cmmn",
                        Diagrams.caseOf(
                                "<humanTask id=\"it\"><extensionElements><camunda:caseExecutionListener event=\"create\" expression=\""
                                        + J + "\"/></extensionElements></humanTask>")),
                file("a page", "evil.html", "<script>alert(1)</script>"),
                file(
                        "a picture with a script",
                        "evil.svg",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"),
                file("a script", "evil.groovy", S),
                file("a script for a browser", "evil.js", "alert(1)"),
                file(
                        "a diagram by another ending",
                        "attack.bpmn20.xml",
                        serviceTask("camunda:expression=\"" + J + "\"", "")),
                file("a class", "Evil.class", "\u00ca\u00fe"),
                file("a form that is no JSON", "evil.form", "{"),
                file("nothing", "nothing.bpmn", ""));
    }

    private static Attack bpmn(String name, String diagram) {
        return file(name, "attack.bpmn", diagram);
    }

    private static Attack dmn(String name, String table) {
        return file(name, "attack.dmn", table);
    }

    private static Attack file(String name, String fileName, String content) {
        return Attack.of(name, "POST", "engine:/deployment/create", Multipart.deployment(fileName, content));
    }
}
