package com.targettoclose.attack;

import static com.targettoclose.attack.Attack.delete;
import static com.targettoclose.attack.Attack.get;
import static com.targettoclose.attack.Attack.post;
import static com.targettoclose.attack.Attack.put;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;

@DisplayName("around a conversation's form")
class FormAttackTests extends AttackTest {

    private static final String FORGED =
            "{\"variables\": {\"exitCriteria\": {\"value\": \"met\"}, \"owed\": {\"value\": \"\"}}}";

    static Stream<Attack> attacks() {
        return Stream.of(completing(), handingOver(), submitting(), writingVariables(), others())
                .flatMap(attacks -> attacks);
    }

    private static Stream<Attack> completing() {
        return Stream.of(
                post("completed around the form", "engine:/task/@task@/complete", "{}"),
                post("completed with forged variables", "engine:/task/@task@/complete", FORGED),
                post(
                        "completed, and the variables asked for",
                        "engine:/task/@task@/complete",
                        "{\"withVariablesInReturn\": true}"),
                post("a colleague's completed", "engine:/task/@colleagues-task@/complete", "{}"),
                post("resolved", "engine:/task/@task@/resolve", "{}"),
                post("resolved with forged variables", "engine:/task/@task@/resolve", FORGED),
                post("a colleague's resolved", "engine:/task/@colleagues-task@/resolve", FORGED),
                post("an error thrown", "engine:/task/@task@/bpmnError", "{\"errorCode\": \"any\"}"),
                post(
                        "the error thrown that leads back to the map",
                        "engine:/task/@task@/bpmnError",
                        "{\"errorCode\": \"back-to-the-map\", \"errorMessage\": \"x\"}"),
                post(
                        "an error thrown with variables",
                        "engine:/task/@task@/bpmnError",
                        "{\"errorCode\": \"x\", \"variables\": {\"exitCriteria\": {\"value\": \"met\"}}}"),
                post("an escalation thrown", "engine:/task/@task@/bpmnEscalation", "{\"escalationCode\": \"any\"}"));
    }

    private static Stream<Attack> handingOver() {
        return Stream.of(
                post("delegated", "engine:/task/@task@/delegate", "{\"userId\": \"rep2\"}"),
                post("claimed", "engine:/task/@task@/claim", "{\"userId\": \"rep2\"}"),
                post("a colleague's claimed", "engine:/task/@colleagues-task@/claim", "{\"userId\": \"rep1\"}"),
                post("given back to nobody", "engine:/task/@task@/unclaim", "{}"),
                post("a colleague's taken", "engine:/task/@colleagues-task@/assignee", "{\"userId\": \"rep1\"}"),
                post("assigned to nobody", "engine:/task/@task@/assignee", "{\"userId\": null}"),
                post(
                        "a colleague's made one's own as a candidate",
                        "engine:/task/@colleagues-task@/identity-links",
                        "{\"userId\": \"rep1\", \"type\": \"candidate\"}"),
                post(
                        "a colleague's assigned by a link",
                        "engine:/task/@colleagues-task@/identity-links",
                        "{\"userId\": \"rep1\", \"type\": \"assignee\"}"),
                post(
                        "owned by a link",
                        "engine:/task/@task@/identity-links",
                        "{\"userId\": \"rep1\", \"type\": \"owner\"}"),
                post(
                        "a link taken away",
                        "engine:/task/@colleagues-task@/identity-links/delete",
                        "{\"userId\": \"rep2\", \"type\": \"assignee\"}"));
    }

    private static Stream<Attack> submitting() {
        return Stream.of(
                post(
                        "a colleague's submitted in full",
                        "engine:/task/@colleagues-task@/submit-form",
                        "@colleagues-answers@"),
                submit("nothing submitted", "{}"),
                submit("only a name submitted", "{\"contact\": {\"value\": \"Ada Brook\"}}"),
                submit("a field that nobody declared", "@fields@, \"exitCriteria\": {\"value\": \"met\"}"),
                submit(
                        "the owed conversations sent along",
                        "@fields@, \"owed\": {\"value\": \"[]\", \"type\": \"Json\"}"),
                submit(
                        "an item of another stage sent along",
                        "@fields@, \"decideState\": {\"value\": \"gained\"}, \"decideWords\": {\"value\": \"Yes we sign it\"}"),
                submit("an object for words", "@fields@, \"exploreWords\": {\"value\": {\"a\": 1}}"),
                submit("a list for words", "@fields@, \"exploreWords\": {\"value\": [\"a\"]}"),
                submit(
                        "an object of a chosen class",
                        "@fields@, \"x\": {\"type\": \"Object\", \"value\": \"{}\", \"valueInfo\": {\"objectTypeName\":"
                                + " \"javax.swing.JEditorPane\", \"serializationDataFormat\": \"application/json\"}}"),
                submit(
                        "a chosen class for words",
                        "@fields@, \"exploreWords\": {\"type\": \"Object\", \"value\": \"{}\", \"valueInfo\": {\"objectTypeName\":"
                                + " \"org.springframework.context.support.ClassPathXmlApplicationContext\","
                                + " \"serializationDataFormat\": \"application/json\"}}"),
                submit(
                        "a serialized Java object",
                        "@fields@, \"x\": {\"type\": \"Object\", \"value\": \"rO0ABXQABWhlbGxv\", \"valueInfo\": {\"objectTypeName\":"
                                + " \"java.lang.String\", \"serializationDataFormat\": \"application/x-java-serialized-object\"}}"),
                submit(
                        "a file for words",
                        "@fields@, \"exploreWords\": {\"type\": \"File\", \"value\": \"YQ==\", \"valueInfo\": {\"filename\":"
                                + " \"a.html\", \"mimeType\": \"text/html\"}}"),
                submit("bytes for words", "@fields@, \"exploreWords\": {\"type\": \"Bytes\", \"value\": \"YQ==\"}"),
                submit(
                        "a type that does not exist",
                        "@fields@, \"exploreWords\": {\"type\": \"Runtime\", \"value\": \"x\"}"),
                submit("a date that is none", "@fields@, \"heldOn\": {\"value\": \"yesterday\"}"),
                submit("a date in the future", "@fields@, \"heldOn\": {\"value\": \"2999-01-01\"}"),
                submit("a state of one's own making", "@fields@, \"exploreState\": {\"value\": \"waived\"}"),
                submit(
                        "a link that is a script",
                        "@fields@, \"exploreProof\": {\"value\": \"message\"}, \"exploreLink\": {\"value\": \"javascript:alert(1)\"}"));
    }

    private static Attack submit(String name, String variables) {
        var fields = variables.startsWith("{") ? variables : "{" + variables + "}";
        return post(name, "engine:/task/@task@/submit-form", "{\"variables\": " + fields + "}");
    }

    private static Stream<Attack> writingVariables() {
        var met = "{\"value\": \"met\", \"type\": \"String\"}";
        return Stream.of(
                put("a variable of the task written", "engine:/task/@task@/variables/exitCriteria", met),
                put("a local variable of the task written", "engine:/task/@task@/localVariables/exitCriteria", met),
                put(
                        "a variable of a colleague's task written",
                        "engine:/task/@colleagues-task@/variables/exitCriteria",
                        met),
                post(
                        "variables of the task changed",
                        "engine:/task/@task@/variables",
                        "{\"modifications\": {\"exitCriteria\": " + met + "}, \"deletions\": [\"owed\"]}"),
                post(
                        "local variables of the task changed",
                        "engine:/task/@task@/localVariables",
                        "{\"modifications\": {\"owed\": " + met + "}}"),
                delete("a variable of the task deleted", "engine:/task/@task@/variables/owed"),
                Attack.of(
                        "a variable uploaded as bytes of a class",
                        "POST",
                        "engine:/task/@task@/variables/x/data",
                        Multipart.parts()
                                .field("type", "java.lang.Runtime")
                                .part(
                                        "form-data; name=\"data\"",
                                        "application/json",
                                        "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .end()),
                put(
                        "a variable of the process written",
                        "engine:/process-instance/@stage-instance@/variables/exitCriteria",
                        met),
                post(
                        "variables of the roadmap changed",
                        "engine:/process-instance/@instance@/variables",
                        "{\"modifications\": {\"exitCriteria\": " + met + "}}"),
                put(
                        "a variable of an execution written",
                        "engine:/execution/@execution@/localVariables/exitCriteria",
                        met));
    }

    private static Stream<Attack> others() {
        return Stream.of(
                put(
                        "the task rewritten",
                        "engine:/task/@task@",
                        "{\"name\": \"done\", \"assignee\": \"rep2\", \"priority\": 1, \"owner\": \"rep2\"}"),
                put(
                        "a colleague's task rewritten",
                        "engine:/task/@colleagues-task@",
                        "{\"name\": \"x\", \"assignee\": \"rep1\"}"),
                post("a task of one's own making", "engine:/task/create", "{\"name\": \"x\", \"assignee\": \"rep1\"}"),
                post(
                        "a task under a conversation",
                        "engine:/task/create",
                        "{\"name\": \"x\", \"parentTaskId\": \"@task@\", \"assignee\": \"rep1\"}"),
                delete("the task deleted", "engine:/task/@task@"),
                delete("a colleague's task deleted", "engine:/task/@colleagues-task@"),
                post(
                        "a comment on a colleague's task",
                        "engine:/task/@colleagues-task@/comment/create",
                        "{\"message\": \"x\"}"),
                Attack.of(
                        "a file attached",
                        "POST",
                        "engine:/task/@task@/attachment/create",
                        Multipart.parts()
                                .field("attachment-name", "x")
                                .field("attachment-type", "text/html")
                                .field("url", "javascript:alert(1)")
                                .end()),
                get("a colleague's form", "engine:/task/@colleagues-task@/form-variables")
                        .by(Person.everybodyBut(Person.MANAGER, Person.LEADER, Person.ADMIN)),
                get("a colleague's form as it was deployed", "engine:/task/@colleagues-task@/deployed-form")
                        .by(Person.NOBODY, Person.REP));
    }
}
