package com.targettoclose.verifier.rule;

import com.targettoclose.process.Contract;
import com.targettoclose.verifier.design.Diagram;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;

/** Messages and errors are those that the application sends and throws. */
final class EventsAreOurs implements DiagramRule {

    private static final Set<String> MESSAGES = Stream.concat(
                    Stream.of(
                            Contract.BACK_TO_THE_MAP,
                            Contract.WAIVER_ASKED,
                            Contract.CHANGE_PROPOSED,
                            Contract.DEAL_STALLED,
                            Contract.EDITION_PROPOSED,
                            Contract.REVIEW_DUE,
                            Contract.MUCH_RECORDED_AT_ONCE),
                    Contract.ENDING_MESSAGES.values().stream())
            .collect(Collectors.toCollection(TreeSet::new));

    @Override
    public Stream<Finding> check(Diagram diagram) {
        return diagram.nodes(Event.class).stream()
                .filter(event -> event.getChildElementsByType(MessageEventDefinition.class).stream()
                                .anyMatch(it -> it.getMessage() == null
                                        || !MESSAGES.contains(
                                                Objects.toString(it.getMessage().getName(), "")))
                        || event.getChildElementsByType(ErrorEventDefinition.class).stream()
                                .anyMatch(it -> it.getError() == null
                                        || !Contract.BACK_TO_THE_MAP.equals(
                                                it.getError().getErrorCode())))
                .map(event -> finding(
                        diagram.place(event),
                        "Nobody sends or throws this: whoever waits for it waits for ever.",
                        "Use one of the messages " + String.join(", ", MESSAGES) + ", or the error "
                                + Contract.BACK_TO_THE_MAP + "."));
    }
}
