package com.targettoclose.process.changes;

import com.targettoclose.conversation.Refused;
import com.targettoclose.process.Contract;
import com.targettoclose.process.changes.HandOver.Result;
import com.targettoclose.process.changes.HandOver.To;
import com.targettoclose.process.people.Actors;
import com.targettoclose.process.startforms.StartForm;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands opportunities over from their start form in Tasklist: those that were chosen, or all that a rep pursues. */
@Component(Contract.SUBMIT_HAND_OVER)
class SubmitHandOver implements JavaDelegate {

    private final HandOver handOver;
    private final Actors actors;

    SubmitHandOver(HandOver handOver, Actors actors) {
        this.handOver = handOver;
        this.actors = actors;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var form = new StartForm(execution);
        var actor = actors.of(form.actor().userId(), form.actor().groups());
        var chosen = form.texts("opportunities");
        var from = form.text("from");
        var to = new To(form.text("owner"), form.text("note"));
        var result = from == null ? handOver.chosen(chosen, to, actor) : handOver.everythingOf(from, to, actor);
        if (result instanceof Result.NotHandedOver not) {
            throw new Refused(not.refusal());
        }
    }
}
