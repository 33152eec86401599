package com.targettoclose.process.requests;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.process.Contract;
import com.targettoclose.process.people.Actor;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * A kind of request about a deal: somebody asks, somebody else answers, and the answer is told to whoever asked, in a small process of
 * its own. The request and its answer stand in the opportunity's ledger; the process knows the number of the entry.
 */
interface DealRequest {

    /** The kind, as {@link Contract#ANSWERS_PROPERTY} names it. */
    String kind();

    /** The fields in which it is answered. */
    Set<String> asks();

    /** What the forms of both tasks show, by variable name. */
    Map<String, TypedValue> shown(Opportunity opportunity, int number);

    /** The day by which whoever asked has something to do after the answer; null for none. */
    @Nullable
    LocalDate due(Opportunity opportunity, int number);

    /**
     * Takes an answer as its form submitted it.
     *
     * @return why not, every fault included; empty where it is answered
     */
    Optional<Refusal> answer(String opportunityId, int number, VariableMap values, Actor actor, String taskId);
}
