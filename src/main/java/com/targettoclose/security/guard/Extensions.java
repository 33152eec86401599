package com.targettoclose.security.guard;

import java.util.Set;

/**
 * The engine's extensions to BPMN that a diagram may use. An attribute or element that is not listed is refused: among
 * those left out are all that name a class, a script, a connector, a field, an external worker, or a form of HTML.
 */
final class Extensions {

    /** Of the engine, and of the one it was made from, which it still reads. */
    static final Set<String> NAMESPACES = Set.of("http://camunda.org/schema/1.0/bpmn", "http://activiti.org/bpmn");

    static final Set<String> ELEMENTS = Set.of(
            "extensionElements",
            "properties",
            "property",
            "in",
            "out",
            "executionListener",
            "taskListener",
            "inputOutput",
            "inputParameter",
            "outputParameter",
            "list",
            "map",
            "entry",
            "value",
            "failedJobRetryTimeCycle",
            "potentialStarter",
            "resourceAssignmentExpression",
            "formalExpression",
            "errorEventDefinition");

    static final Set<String> ATTRIBUTES = Set.of(
            // when a step runs
            "async",
            "asyncBefore",
            "asyncAfter",
            "exclusive",
            "jobPriority",
            // what runs: beans and methods that the contract names
            "delegateExpression",
            "expression",
            "event",
            "resultVariable",
            // who does a task, and until when
            "assignee",
            "candidateUsers",
            "candidateGroups",
            "candidateStarterUsers",
            "candidateStarterGroups",
            "dueDate",
            "followUpDate",
            "priority",
            "initiator",
            "formRef",
            "formRefBinding",
            "formRefVersion",
            // what a diagram calls
            "businessKey",
            "calledElementBinding",
            "calledElementVersion",
            "calledElementVersionTag",
            "decisionRef",
            "decisionRefBinding",
            "decisionRefVersion",
            "decisionRefVersionTag",
            "mapDecisionResult",
            // variables
            "source",
            "sourceExpression",
            "target",
            "variables",
            "local",
            "collection",
            "elementVariable",
            "variableName",
            "variableEvents",
            "errorCodeVariable",
            "errorMessageVariable",
            "escalationCodeVariable",
            "errorRef",
            // the diagram itself
            "historyTimeToLive",
            "isStartableInTasklist",
            "versionTag",
            "modelerTemplate",
            "modelerTemplateVersion",
            "modelerTemplateIcon",
            "diagramRelationId",
            // properties
            "id",
            "name",
            "value",
            "key");

    private Extensions() {}
}
