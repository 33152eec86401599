package com.targettoclose.process;

import com.targettoclose.conversation.Refused;
import com.targettoclose.process.OpenOpportunities.Opening;
import com.targettoclose.process.OpenOpportunities.Result;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.context.Context;
import org.jspecify.annotations.Nullable;
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
        var who = Optional.ofNullable(Context.getCommandContext().getAuthenticatedUserId())
                .orElse(StageGate.SYSTEM);
        var opening = new Opening(
                null,
                text(execution, "account"),
                who,
                text(execution, "contact"),
                text(execution, "value"),
                text(execution, "currency"),
                text(execution, "dealType"),
                null,
                text(execution, "words"));
        if (openOpportunities.open(opening, who) instanceof Result.NotOpened notOpened) {
            throw new Refused(notOpened.refusal());
        }
    }

    private static @Nullable String text(DelegateExecution execution, String name) {
        var value = execution.getVariable(name);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }
}
