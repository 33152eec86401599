package com.targettoclose.pipeline.act;

import static com.targettoclose.pipeline.act.ActForm.Field.area;
import static com.targettoclose.pipeline.act.ActForm.Field.date;
import static com.targettoclose.pipeline.act.ActForm.Field.select;
import static com.targettoclose.pipeline.act.ActForm.Field.text;

import com.targettoclose.conversation.Item;
import com.targettoclose.conversation.RawConversation;
import com.targettoclose.conversation.RawConversation.RawAnswer;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.pipeline.OpportunityView;
import com.targettoclose.pipeline.OpportunityView.ItemView;
import com.targettoclose.pipeline.act.ActForm.Block;
import com.targettoclose.pipeline.act.ActForm.Group;
import com.targettoclose.pipeline.page.SeenDeals.Seen;
import com.targettoclose.process.conversations.RecordConversation;
import com.targettoclose.process.people.Option;
import com.targettoclose.process.roadmap.Roadmap.Stage;
import com.targettoclose.process.roadmap.Roadmaps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Records a conversation that no diagram names, about any points of any stage. */
@Component
@Order(1)
class TalkAct implements Act {

    private static final List<Option> STATES =
            List.of(new Option("Yes", "gained"), new Option("Not yet", "not-yet"), new Option("No", "declined"));
    private static final List<Option> PROOFS = List.of(
            new Option("They accepted a calendar invitation", "calendar-acceptance"),
            new Option("They sent a message", "message"),
            new Option("They sent a document", "document"),
            new Option("They were there", "attendance"),
            new Option("They signed", "signature"));
    private static final List<Option> CHANNELS = List.of(
            new Option("Meeting", "meeting"),
            new Option("Call", "call"),
            new Option("E-mail", "email"),
            new Option("Document", "document"));

    private final RecordConversation recordConversation;
    private final Roadmaps roadmaps;

    TalkAct(RecordConversation recordConversation, Roadmaps roadmaps) {
        this.recordConversation = recordConversation;
        this.roadmaps = roadmaps;
    }

    @Override
    public String id() {
        return "conversation";
    }

    @Override
    public String title() {
        return "Record a conversation of your own";
    }

    @Override
    public String lead() {
        return "You talked to the client, and it fits none of the planned conversations, or several of them. What the client"
                + " gave counts at once. Answer only the points that came up.";
    }

    @Override
    public String button() {
        return "Record";
    }

    @Override
    public String done() {
        return "The conversation is recorded. What it made unnecessary closes by itself.";
    }

    @Override
    public boolean offered(Seen seen, OpportunityView deal) {
        return deal.status().equals("open") || deal.status().equals("won");
    }

    @Override
    public ActForm form(Seen seen, OpportunityView deal) {
        List<Group> groups = new ArrayList<>();
        groups.add(new Group(
                null,
                true,
                List.of(new Block(
                        null,
                        List.of(
                                text("contact", "Who did you talk to at the client?", null),
                                date("heldOn", "When?"),
                                select("channel", "How?", CHANNELS),
                                date("nextStepOn", "Next step agreed with the client, if there is one"))))));
        var held = deal.items().stream()
                .filter(item -> item.state().equals("gained"))
                .map(ItemView::item)
                .collect(Collectors.toSet());
        for (var stage : roadmaps.of(seen.opportunity()).stages()) {
            var blocks = blocks(stage, held, deal);
            if (!blocks.isEmpty()) {
                groups.add(new Group(stage.label(), stage.name().equals(deal.stage()), blocks));
            }
        }
        return new ActForm(groups);
    }

    /** The points of a stage that are still to be given, and those that are held but owed all the same. */
    private static List<Block> blocks(Stage stage, Set<String> held, OpportunityView deal) {
        var owed = deal.gaps().stream().map(OpportunityView.GapView::item).collect(Collectors.toSet());
        return stage.conversations().stream()
                .flatMap(conversation -> conversation.items().stream())
                .filter(item -> !held.contains(item.id()) || owed.contains(item.id()))
                .map(TalkAct::block)
                .toList();
    }

    private static Block block(Item item) {
        return new Block(
                item.label(),
                List.of(
                        select(name(item, "state"), "Did the client give this?", STATES),
                        area(name(item, "words"), "What did they say, in their words?", null),
                        select(name(item, "proof"), "Is there proof from the client?", PROOFS),
                        text(name(item, "link"), "Link to the proof", "Where a colleague can open it.")));
    }

    private static String name(Item item, String part) {
        return item.id() + "." + part;
    }

    @Override
    public Optional<Refusal> perform(Seen seen, Filled filled) {
        var opportunity = seen.opportunity();
        var answers = roadmaps.of(opportunity).items().values().stream()
                .map(item -> answer(item, filled))
                .filter(answer -> answer.state() != null
                        || answer.words() != null
                        || answer.proof() != null
                        || answer.link() != null)
                .toList();
        var raw = new RawConversation(
                filled.text("contact"),
                filled.text("heldOn"),
                filled.text("channel"),
                filled.text("nextStepOn"),
                answers,
                List.of());
        return recordConversation.record(opportunity.id(), raw, null, seen.who().userId());
    }

    private static RawAnswer answer(Item item, Filled filled) {
        return new RawAnswer(
                item.id(),
                filled.text(name(item, "state")),
                filled.text(name(item, "words")),
                filled.text(name(item, "proof")),
                filled.text(name(item, "link")),
                part -> name(item, part));
    }
}
