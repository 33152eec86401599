package com.targettoclose.process;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.conversation.Refused;
import com.targettoclose.opportunity.Opportunities;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Hands opportunities over from their start form in Tasklist: those that were chosen, or all that a rep pursues. All of
 * them or none.
 */
@Component(Contract.SUBMIT_HAND_OVER)
class SubmitHandOver implements JavaDelegate {

    private final HandOver handOver;
    private final Opportunities opportunities;
    private final Actors actors;

    SubmitHandOver(HandOver handOver, Opportunities opportunities, Actors actors) {
        this.handOver = handOver;
        this.opportunities = opportunities;
        this.actors = actors;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var form = new StartForm(execution);
        var actor = actors.of(form.actor().userId(), form.actor().groups());
        var chosen = form.texts("opportunities");
        var from = form.text("from");
        var to = form.text("owner");
        var note = form.text("note");
        var ids = from == null ? chosen.stream().sorted().toList() : all(from, actor);
        if (ids.isEmpty()) {
            throw new Refused(Refusal.conflict("Choose the opportunities to hand over."));
        }
        for (var id : ids) {
            var opportunity = opportunities.find(id).filter(actor::sees);
            if (opportunity.isEmpty()) {
                throw new Refused(Refusals.noOpportunity(id));
            }
            if (!actor.actsFor(opportunity.get().owner())) {
                throw new Refused(Refusals.notTheirs());
            }
            StartForm.refuse(handOver.handOver(id, to, note, actor.userId()));
        }
    }

    private List<String> all(String from, Actor actor) {
        if (!actor.actsFor(from)) {
            throw new Refused(
                    Refusal.forbidden("Only a manager of theirs or a leader can hand over everything of a rep."));
        }
        return opportunities.pursuedBy(from);
    }
}
