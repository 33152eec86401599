package com.targettoclose.process.requests;

import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.process.Contract;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * Which request an execution is about.
 *
 * @param about the business key: an opportunity's id, or what a request is about that belongs to none
 * @param number of the ledger's entry that asks, or another number by which the request is known
 */
public record RequestPlace(String about, int number) {

    /** The request that the process of an execution is about. */
    public static RequestPlace of(DelegateExecution execution) {
        return of(execution.getProcessBusinessKey(), execution);
    }

    static RequestPlace of(String about, VariableScope scope) {
        if (scope.getVariable(Contract.REQUEST_VARIABLE) instanceof Integer number) {
            return new RequestPlace(about, number);
        }
        throw new IllegalStateException(
                "The process about " + about + " does not know which request it is about. Start it by its form.");
    }

    Opportunity opportunity(Opportunities opportunities) {
        return opportunities
                .find(about)
                .orElseThrow(() -> new IllegalStateException("There is no opportunity '" + about + "'."));
    }
}
