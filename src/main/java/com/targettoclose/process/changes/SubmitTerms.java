package com.targettoclose.process.changes;

import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.process.Contract;
import com.targettoclose.process.changes.ChangeTerms.Change;
import com.targettoclose.process.people.Actors;
import com.targettoclose.process.startforms.StartForm;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Changes an opportunity's terms from their start form in Tasklist. */
@Component(Contract.SUBMIT_TERMS)
class SubmitTerms implements JavaDelegate {

    private final ChangeTerms changeTerms;
    private final Opportunities opportunities;
    private final Actors actors;

    SubmitTerms(ChangeTerms changeTerms, Opportunities opportunities, Actors actors) {
        this.changeTerms = changeTerms;
        this.opportunities = opportunities;
        this.actors = actors;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var form = new StartForm(execution);
        var opportunity = form.opportunity(opportunities, actors);
        var change = new Change(form.text("value"), form.text("currency"), form.text("dealType"), form.text("words"));
        StartForm.refuse(changeTerms.change(opportunity, change, form.actor().userId()));
    }
}
