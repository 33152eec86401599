package com.targettoclose.process.changes;

import com.targettoclose.conversation.RawSetback;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.process.Contract;
import com.targettoclose.process.people.Actors;
import com.targettoclose.process.startforms.StartForm;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reports a setback from its start form in Tasklist. */
@Component(Contract.SUBMIT_SETBACK)
class SubmitSetback implements JavaDelegate {

    private final ReportSetback reportSetback;
    private final Opportunities opportunities;
    private final Actors actors;

    SubmitSetback(ReportSetback reportSetback, Opportunities opportunities, Actors actors) {
        this.reportSetback = reportSetback;
        this.opportunities = opportunities;
        this.actors = actors;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var form = new StartForm(execution);
        var opportunity = form.opportunity(opportunities, actors);
        var setback =
                new RawSetback(form.text("item"), form.text("contact"), form.text("words"), form.text("occurredOn"));
        StartForm.refuse(reportSetback.report(opportunity, setback, form.actor().userId()));
    }
}
