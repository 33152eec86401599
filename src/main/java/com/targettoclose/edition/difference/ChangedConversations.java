package com.targettoclose.edition.difference;

import com.targettoclose.edition.difference.Sides.Both;
import com.targettoclose.verifier.design.Design;
import java.util.ArrayList;
import java.util.List;

/** Conversations that came, went, moved to another stage, or are held otherwise. */
final class ChangedConversations {

    private final List<Change> changes = new ArrayList<>();

    private ChangedConversations() {}

    static List<Change> between(Design before, Design after) {
        var sides = Sides.by(Talk::place, Talk.of(before), Talk.of(after));
        var moved = Sides.by(Talk::id, sides.removed(), sides.added());
        var found = new ChangedConversations();
        moved.removed()
                .forEach(it -> found.whole(Kind.REMOVED, it, "is removed from " + Labels.name(it.diagram()) + "."));
        moved.added().forEach(it -> found.whole(Kind.ADDED, it, "is new in " + Labels.name(it.diagram()) + "."));
        moved.both().forEach(found::moved);
        sides.both().stream()
                .filter(it -> !before.shares(it.after().diagram().resource(), after)
                        || !it.before()
                                .diagram()
                                .resource()
                                .equals(it.after().diagram().resource()))
                .forEach(found::changed);
        return found.changes;
    }

    private void moved(Both<Talk> both) {
        var way = "moved from %s to %s."
                .formatted(
                        Labels.name(both.before().diagram()),
                        Labels.name(both.after().diagram()));
        whole(Kind.CHANGED, both.after(), way);
        changed(both);
    }

    private void whole(Kind kind, Talk talk, String became) {
        tell(kind, talk, "The conversation " + Words.quoted(talk.name()) + " " + became);
    }

    private void changed(Both<Talk> both) {
        new ConversationSentences(both.before(), both.after())
                .all()
                .forEach(says -> tell(Kind.CHANGED, both.after(), says));
    }

    private void tell(Kind kind, Talk talk, String says) {
        changes.add(
                Change.harmless(Subject.CONVERSATION, kind, talk.diagram().resource(), talk.id(), talk.name(), says));
    }
}
