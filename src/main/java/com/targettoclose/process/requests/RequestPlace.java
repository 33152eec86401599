package com.targettoclose.process.requests;

import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.process.Contract;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * Which request an execution is about.
 *
 * @param opportunityId the business key
 * @param number of the ledger's entry that asks
 */
record RequestPlace(String opportunityId, int number) {

    static RequestPlace of(DelegateExecution execution) {
        return of(execution.getProcessBusinessKey(), execution);
    }

    static RequestPlace of(String opportunityId, VariableScope scope) {
        if (scope.getVariable(Contract.REQUEST_VARIABLE) instanceof Integer number) {
            return new RequestPlace(opportunityId, number);
        }
        throw new IllegalStateException("The process about opportunity " + opportunityId
                + " does not know which request it is about. Start it by its form.");
    }

    Opportunity opportunity(Opportunities opportunities) {
        return opportunities
                .find(opportunityId)
                .orElseThrow(() -> new IllegalStateException("There is no opportunity '" + opportunityId + "'."));
    }
}
