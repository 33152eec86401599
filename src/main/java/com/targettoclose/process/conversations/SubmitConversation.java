package com.targettoclose.process.conversations;

import com.targettoclose.conversation.RawConversation;
import com.targettoclose.conversation.RawConversation.RawAnswer;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.process.Contract;
import com.targettoclose.process.people.Actors;
import com.targettoclose.process.startforms.StartForm;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Records a conversation that no diagram names from its start form in Tasklist. The form asks for the points gained one
 * after the other: {@code item1, words1, proof1, link1}, then {@code item2} and so on, as many as it has.
 */
@Component(Contract.SUBMIT_CONVERSATION)
class SubmitConversation implements JavaDelegate {

    private static final String GAINED = "gained";

    private final RecordConversation recordConversation;
    private final Opportunities opportunities;
    private final Actors actors;

    SubmitConversation(RecordConversation recordConversation, Opportunities opportunities, Actors actors) {
        this.recordConversation = recordConversation;
        this.opportunities = opportunities;
        this.actors = actors;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var form = new StartForm(execution);
        var opportunity = form.opportunity(opportunities, actors);
        var conversation = new RawConversation(
                form.text("contact"),
                form.text("heldOn"),
                form.text("channel"),
                form.text("nextStepOn"),
                answers(form),
                List.of());
        StartForm.refuse(recordConversation.record(
                opportunity, conversation, null, form.actor().userId()));
    }

    private static List<RawAnswer> answers(StartForm form) {
        List<RawAnswer> answers = new ArrayList<>();
        for (int n = 1; ; n++) {
            var item = form.text("item" + n);
            if (item == null) {
                return answers;
            }
            int place = n;
            answers.add(new RawAnswer(
                    item,
                    GAINED,
                    form.text("words" + n),
                    form.text("proof" + n),
                    form.text("link" + n),
                    part -> part + place));
        }
    }
}
