package com.targettoclose.process.requests;

import com.targettoclose.conversation.Refused;
import com.targettoclose.gate.WaiverPolicy.RawAsk;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.process.Contract;
import com.targettoclose.process.people.Actors;
import com.targettoclose.process.requests.AskForWaiver.Result;
import com.targettoclose.process.startforms.StartForm;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks for a waiver from its start form in Tasklist; the same process goes on until it is decided. */
@Component(Contract.SUBMIT_WAIVER)
class SubmitWaiver implements JavaDelegate {

    private final AskForWaiver askForWaiver;
    private final Opportunities opportunities;
    private final Actors actors;

    SubmitWaiver(AskForWaiver askForWaiver, Opportunities opportunities, Actors actors) {
        this.askForWaiver = askForWaiver;
        this.opportunities = opportunities;
        this.actors = actors;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var form = new StartForm(execution);
        var opportunity = form.opportunity(opportunities, actors);
        var ask = new RawAsk(form.texts("items"), form.text("reason"));
        form.nothingElse();
        var result = askForWaiver.write(opportunity, ask, form.actor().userId());
        if (result instanceof Result.NotAsked notAsked) {
            throw new Refused(notAsked.refusal());
        }
        execution.setProcessBusinessKey(opportunity);
        execution.setVariable(Contract.REQUEST_VARIABLE, ((Result.Asked) result).number());
    }
}
