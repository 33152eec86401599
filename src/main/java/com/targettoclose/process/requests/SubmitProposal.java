package com.targettoclose.process.requests;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.conversation.Refused;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.OpportunityLists;
import com.targettoclose.process.Contract;
import com.targettoclose.process.Refusals;
import com.targettoclose.process.people.Actors;
import com.targettoclose.process.requests.ProposeChange.Result;
import com.targettoclose.process.startforms.StartForm;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Proposes a change from its start form in Tasklist; the same process goes on until it is answered. */
@Component(Contract.SUBMIT_PROPOSAL)
class SubmitProposal implements JavaDelegate {

    private final ProposeChange proposeChange;
    private final OpportunityLists opportunities;
    private final Actors actors;

    SubmitProposal(ProposeChange proposeChange, OpportunityLists opportunities, Actors actors) {
        this.proposeChange = proposeChange;
        this.opportunities = opportunities;
        this.actors = actors;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var form = new StartForm(execution);
        var actor = actors.of(form.actor().userId(), form.actor().groups());
        var chosen = form.texts("opportunities");
        var words = form.text("words");
        var instead = form.text("instead");
        form.nothingElse();
        if (chosen.isEmpty()) {
            throw new Refused(Refusal.conflict("Choose at least one opportunity that shows it."));
        }
        var seen = opportunities.all(chosen).stream()
                .filter(actor::sees)
                .map(Opportunity::id)
                .collect(Collectors.toSet());
        chosen.stream().filter(id -> !seen.contains(id)).findFirst().ifPresent(id -> {
            throw new Refused(Refusals.noOpportunity(id));
        });
        var result = proposeChange.propose(chosen, words, instead, actor.userId());
        if (result instanceof Result.NotProposed notProposed) {
            throw new Refused(notProposed.refusal());
        }
        execution.setProcessBusinessKey(chosen.get(0));
        execution.setVariable(Contract.REQUEST_VARIABLE, ((Result.Proposed) result).number());
    }
}
