package com.targettoclose.process.requests;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.process.Contract;
import com.targettoclose.process.people.Actor;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/** A kind of request, whatever it is about: somebody asks, somebody else answers in a task, and the answer is told. */
public interface Request {

    /** The kind, as {@link Contract#ANSWERS_PROPERTY} names it. */
    String kind();

    /** The fields in which it is answered. */
    Set<String> asks();

    /** What it is about, in a few words: its tasks are named after it. */
    String about(RequestPlace place);

    /** What the forms of both tasks show, by variable name. */
    Map<String, TypedValue> shown(RequestPlace place);

    /** The day by which whoever asked has something to do after the answer; null for none. */
    @Nullable
    LocalDate due(RequestPlace place);

    /**
     * Takes an answer as its form submitted it.
     *
     * @return why not, every fault included; empty where it is answered
     */
    Optional<Refusal> answer(RequestPlace place, VariableMap values, Actor actor, String taskId);

    /** Whether it is answered, or moot, so that the task in which it was to be answered may end. */
    boolean settled(RequestPlace place, String taskId);
}
