package com.targettoclose.verifier.design;

import com.targettoclose.gate.GateDecision.Outcome;
import com.targettoclose.process.Contract;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** The two kinds of condition that the flows of a stage carry. */
public final class Conditions {

    private static final Pattern COMPARED =
            Pattern.compile("[$#]\\{\\s*" + Contract.EXIT_CRITERIA_VARIABLE + "\\s*==\\s*(['\"])([^'\"]*)\\1\\s*}");
    private static final Pattern CONTAINED = Pattern.compile(
            "[$#]\\{\\s*" + Contract.OWED_VARIABLE + "\\.contains\\(\\s*(['\"])([^'\"]*)\\1\\s*\\)\\s*}");

    private Conditions() {}

    /** Whether a flow carries any condition. */
    public static boolean any(SequenceFlow flow) {
        return flow.getConditionExpression() != null;
    }

    /** Whether a flow is taken exactly when the gate decides this. */
    public static boolean decides(SequenceFlow flow, Outcome outcome) {
        return only(COMPARED, flow).filter(outcome.value()::equals).isPresent();
    }

    /** Whether a flow is taken exactly when the conversation with this id is owed. */
    public static boolean opens(SequenceFlow flow, String conversation) {
        return only(CONTAINED, flow).filter(conversation::equals).isPresent();
    }

    /** The condition under which a conversation is opened, to be written on its flow. */
    public static String opening(String conversation) {
        return "${" + Contract.OWED_VARIABLE + ".contains('" + conversation + "')}";
    }

    /** The condition under which a gate's decision is taken, to be written on its flow. */
    public static String deciding(Outcome outcome) {
        return "${" + Contract.EXIT_CRITERIA_VARIABLE + " == '" + outcome.value() + "'}";
    }

    private static Optional<String> only(Pattern pattern, SequenceFlow flow) {
        var condition = flow.getConditionExpression();
        if (condition == null) {
            return Optional.empty();
        }
        var matcher = pattern.matcher(condition.getTextContent().strip());
        return matcher.matches() ? Optional.of(matcher.group(2)) : Optional.empty();
    }
}
