package com.targettoclose.process.opening;

import com.targettoclose.conversation.Refused;
import com.targettoclose.process.Contract;
import com.targettoclose.process.opening.OpenOpportunities.Opening;
import com.targettoclose.process.opening.OpenOpportunities.Result;
import com.targettoclose.process.startforms.StartForm;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens an opportunity from the start form in Tasklist; whoever filled it in becomes its owner. */
@Component(Contract.OPEN_OPPORTUNITY)
class OpenOpportunity implements JavaDelegate {

    private final OpenOpportunities openOpportunities;

    OpenOpportunity(OpenOpportunities openOpportunities) {
        this.openOpportunities = openOpportunities;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var form = new StartForm(execution);
        var who = form.actor().userId();
        var opening = new Opening(
                null,
                form.text("account"),
                who,
                form.text("contact"),
                form.text("value"),
                form.text("currency"),
                form.text("dealType"),
                null,
                form.text("words"));
        if (openOpportunities.open(opening, who) instanceof Result.NotOpened notOpened) {
            throw new Refused(notOpened.refusal());
        }
    }
}
