package com.targettoclose.process.people;

import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.process.Contract;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What diagrams may ask of the opportunity: {@code ${opportunity.owner(execution)}}. Public, or JUEL finds no method. */
@Component(Contract.OPPORTUNITY)
public class OwnerOfOpportunity {

    private final Opportunities opportunities;

    OwnerOfOpportunity(Opportunities opportunities) {
        this.opportunities = opportunities;
    }

    /** The owner as of now, read from the opportunity: a copied variable would survive a hand-over. */
    public String owner(DelegateExecution execution) {
        return opportunities
                .find(execution.getProcessBusinessKey())
                .orElseThrow(() -> new IllegalStateException(
                        "There is no opportunity '" + execution.getProcessBusinessKey() + "'."))
                .owner();
    }
}
