package com.targettoclose.process.requests;

import com.targettoclose.conversation.Refused;
import com.targettoclose.process.Contract;
import com.targettoclose.process.people.Actors;
import com.targettoclose.process.requests.ProposeChange.RawProposal;
import com.targettoclose.process.requests.ProposeChange.Result;
import com.targettoclose.process.startforms.StartForm;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Proposes a change from its start form in Tasklist; the same process goes on until it is answered. */
@Component(Contract.SUBMIT_PROPOSAL)
class SubmitProposal implements JavaDelegate {

    private final ProposeChange proposeChange;
    private final Actors actors;

    SubmitProposal(ProposeChange proposeChange, Actors actors) {
        this.proposeChange = proposeChange;
        this.actors = actors;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var form = new StartForm(execution);
        var actor = actors.of(form.actor().userId(), form.actor().groups());
        var proposal = new RawProposal(form.texts("opportunities"), form.text("words"), form.text("instead"));
        form.nothingElse();
        var result = proposeChange.write(proposal, actor);
        if (result instanceof Result.NotProposed notProposed) {
            throw new Refused(notProposed.refusal());
        }
        var id = ((Result.Proposed) result).id();
        execution.setProcessBusinessKey(id.opportunityId());
        execution.setVariable(Contract.REQUEST_VARIABLE, id.number());
    }
}
