package com.targettoclose.process.requests;

import com.targettoclose.process.Contract;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds stalled deals, some at a time, and says whether there may be more. */
@Component(Contract.FIND_STALLED_DEALS)
class FindStalledDeals implements JavaDelegate {

    private final StalledDeals stalledDeals;

    FindStalledDeals(StalledDeals stalledDeals) {
        this.stalledDeals = stalledDeals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(Contract.MORE_VARIABLE, stalledDeals.find());
    }
}
