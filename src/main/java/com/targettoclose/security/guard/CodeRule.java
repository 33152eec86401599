package com.targettoclose.security.guard;

import java.util.Locale;

/** The rules that keep code out of what is deployed. */
public enum CodeRule {
    /** Not one of the expressions that {@link ExpressionGrammar} allows. */
    EXPRESSION(
            "the expression '%s' does more than expressions may.",
            "It could run commands on the server.",
            "Read a variable, compare it, or call what the application offers to diagrams."),
    /** A delegate that is none of ours. */
    DELEGATE(
            "'%s' is no delegate of this application.",
            "It could start code that was never meant for diagrams.",
            "Name one that the application offers to diagrams."),
    /** A script, as a task or anywhere else. */
    SCRIPT(
            "there is a script ('%s').",
            "It would run on the server with all its rights.", "Use a delegate of the application instead."),
    /** An extension of the engine that is not known to be harmless: a class, a connector, a field, a form's validator. */
    EXTENSION(
            "'%s' is not among the extensions that a diagram may use.",
            "It could start code of somebody's choice.",
            "Remove it, or use a delegate of the application or a Camunda Form instead."),
    /** An expression in a language of its own. */
    LANGUAGE(
            "the expression language '%s' is not used here.",
            "It would be a script, which runs on the server with all its rights.",
            "Leave the language out; in a decision table, choose FEEL."),
    /** Something is fetched from elsewhere. */
    IMPORT("'%s' is imported.", "The server would fetch what somebody else may change.", "Leave the import out."),
    /** A file that cannot be read as what its name says. */
    UNREADABLE(
            "the file cannot be read (%s).",
            "Nobody could tell what it does.", "Open it in Camunda Modeler and save it."),
    /** Neither diagram, nor decision table, nor form. */
    FILE(
            "a file of the kind '%s' is not deployed.",
            "It could carry code to whoever opens it.",
            "Deploy diagrams (.bpmn), decision tables (.dmn) and forms (.form) only.");

    private final String said;
    private final String harm;
    private final String remedy;

    CodeRule(String said, String harm, String remedy) {
        this.said = said;
        this.harm = harm;
        this.remedy = remedy;
    }

    /** The rule's id. */
    public String id() {
        return "code-" + name().toLowerCase(Locale.ROOT);
    }

    String said(String found) {
        return said.formatted(found);
    }

    /** What could happen. */
    public String harm() {
        return harm;
    }

    /** What to do instead. */
    public String remedy() {
        return remedy;
    }
}
