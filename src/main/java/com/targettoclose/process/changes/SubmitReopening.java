package com.targettoclose.process.changes;

import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.process.Contract;
import com.targettoclose.process.people.Actors;
import com.targettoclose.process.startforms.StartForm;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reopens an opportunity from its start form in Tasklist. */
@Component(Contract.SUBMIT_REOPENING)
class SubmitReopening implements JavaDelegate {

    private final ReopenOpportunity reopenOpportunity;
    private final Opportunities opportunities;
    private final Actors actors;

    SubmitReopening(ReopenOpportunity reopenOpportunity, Opportunities opportunities, Actors actors) {
        this.reopenOpportunity = reopenOpportunity;
        this.opportunities = opportunities;
        this.actors = actors;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var form = new StartForm(execution);
        var opportunity = form.opportunity(opportunities, actors);
        StartForm.refuse(reopenOpportunity.reopen(
                opportunity, form.text("words"), form.actor().userId()));
    }
}
