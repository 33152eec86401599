package com.targettoclose.security.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.targettoclose.conversation.Fault;
import com.targettoclose.conversation.FaultCode;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.conversation.Refused;
import java.io.IOException;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a form declares: whatever else is submitted with it would become a process variable of somebody's
 * choice. A form never changes once it is deployed, so each is read once a node.
 */
final class DeclaredFields {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Set<String>> byForm = new ConcurrentHashMap<>();

    /**
     * Checks what a form submits.
     *
     * @param form null for a task or a start without a form
     * @throws Refused where a field is not declared, or holds more than text, a number, a date or JSON
     */
    void check(@Nullable CamundaFormRef form, String deploymentId, VariableMap submitted) {
        var declared = form == null ? Set.<String>of() : declared(form, deploymentId);
        List<Fault> faults = submitted.keySet().stream()
                .filter(name -> !declared.contains(name) || !isPlain(submitted.getValueTyped(name)))
                .sorted()
                .map(name -> Fault.of(name, FaultCode.UNDECLARED, null))
                .toList();
        if (!faults.isEmpty()) {
            throw new Refused(Refusal.invalid(faults));
        }
    }

    private static boolean isPlain(@Nullable TypedValue value) {
        if (value == null || value instanceof JsonValue) {
            return true;
        }
        // an object that arrives serialised is not even looked into
        boolean isObject = value.getType() != null && !value.getType().isPrimitiveValueType();
        return !isObject
                && (value.getValue() == null
                        || value.getValue() instanceof String
                        || value.getValue() instanceof Number
                        || value.getValue() instanceof Boolean
                        || value.getValue() instanceof Date);
    }

    private Set<String> declared(CamundaFormRef form, String deploymentId) {
        var context = Context.getCommandContext();
        var definition = context.runWithoutAuthorization(new GetCamundaFormDefinitionCmd(form, deploymentId));
        if (definition == null) {
            return Set.of();
        }
        return byForm.computeIfAbsent(definition.getId(), id -> {
            var file = context.getResourceManager()
                    .findResourceByDeploymentIdAndResourceName(
                            definition.getDeploymentId(), definition.getResourceName());
            return fields(file.getBytes());
        });
    }

    /** The variables that a form's components write. */
    static Set<String> fields(byte[] form) {
        try {
            Set<String> fields = new HashSet<>();
            collect(JSON.readTree(form).path("components"), fields);
            return fields;
        } catch (IOException e) {
            throw new IllegalStateException("A form that was deployed is not JSON.", e);
        }
    }

    /** A group or list with a path is one variable, whatever stands in it. */
    private static void collect(JsonNode components, Set<String> fields) {
        for (var component : components) {
            var path = component.path("path").asText("");
            if (!path.isEmpty()) {
                fields.add(first(path));
                continue;
            }
            if (component.path("key").isTextual()) {
                fields.add(first(component.path("key").asText()));
            }
            collect(component.path("components"), fields);
        }
    }

    private static String first(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }
}
