package com.targettoclose.process.changes;

import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.process.Contract;
import com.targettoclose.process.changes.CloseOpportunity.Closing;
import com.targettoclose.process.people.Actors;
import com.targettoclose.process.startforms.StartForm;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes an opportunity from its start form in Tasklist. */
@Component(Contract.SUBMIT_CLOSING)
class SubmitClosing implements JavaDelegate {

    private final CloseOpportunity closeOpportunity;
    private final Opportunities opportunities;
    private final Actors actors;

    SubmitClosing(CloseOpportunity closeOpportunity, Opportunities opportunities, Actors actors) {
        this.closeOpportunity = closeOpportunity;
        this.opportunities = opportunities;
        this.actors = actors;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var form = new StartForm(execution);
        var opportunity = form.opportunity(opportunities, actors);
        var closing =
                new Closing(form.text(Contract.AS_FIELD), form.text("reason"), form.text("lostTo"), form.text("words"));
        StartForm.refuse(
                closeOpportunity.close(opportunity, closing, form.actor().userId()));
    }
}
