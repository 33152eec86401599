package com.targettoclose.edition.difference;

import com.targettoclose.edition.difference.Sides.Both;
import com.targettoclose.process.Contract;
import com.targettoclose.verifier.design.ItemLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is said of a conversation that is held otherwise than before. */
final class ConversationSentences {

    private static final String PURPOSE = Facts.PROPERTY + Contract.PURPOSE_PROPERTY;
    private static final String VALUE = Facts.PROPERTY + Contract.VALUE_FOR_CLIENT_PROPERTY;
    private static final String OUTCOMES = Facts.PROPERTY + Contract.OUTCOMES_PROPERTY;
    private static final String COMMITMENT = Facts.PROPERTY + Contract.COMMITMENT_PROPERTY;
    private static final String DAYS = Facts.PROPERTY + Contract.TARGET_DAYS_PROPERTY;
    private static final String DECLINED = Facts.PROPERTY + Contract.DECLINED_MEANS_PROPERTY;
    private static final Set<String> TOLD =
            Set.of(Facts.NAME, Facts.FORM, PURPOSE, VALUE, OUTCOMES, COMMITMENT, DAYS, DECLINED);

    private final Talk before;
    private final Talk after;
    private final Facts was;
    private final Facts is;
    private final String name;
    private final List<String> sentences = new ArrayList<>();

    ConversationSentences(Talk before, Talk after) {
        this.before = before;
        this.after = after;
        this.was = before.facts();
        this.is = after.facts();
        this.name = Words.quoted(after.name());
    }

    List<String> all() {
        if (!was.name().equals(is.name())) {
            sentences.add("The conversation %s is renamed; it was %s.".formatted(name, Words.quoted(before.name())));
        }
        rewritten(PURPOSE, "The purpose of %s");
        rewritten(VALUE, "What the client gains from %s");
        items();
        turned(DAYS, "%s is to be held %s; it was %s.", "within %s days", "at any time");
        turned(DECLINED, "A declined commitment of %s now means %s; it meant %s.", "'%s'", "no ending");
        turned(Facts.FORM, "%s now has %s; it had %s.", "the form '%s'", "no form");
        var others = was.changed(is, TOLD);
        if (!others.isEmpty()) {
            sentences.add("The conversation %s is changed in %s.".formatted(name, Aspects.listed(others)));
        }
        return sentences;
    }

    private void rewritten(String what, String subject) {
        if (differs(what)) {
            var now = is.get(what);
            var text = now.isBlank() ? " is no longer said." : " is now: " + Words.sentence(now);
            sentences.add(subject.formatted(name) + text);
        }
    }

    private void turned(String what, String sentence, String some, String none) {
        if (differs(what)) {
            sentences.add(sentence.formatted(name, value(is, what, some, none), value(was, what, some, none)));
        }
    }

    private static String value(Facts facts, String what, String some, String none) {
        var value = facts.get(what);
        return value.isBlank() ? none : some.formatted(Words.brief(value));
    }

    private boolean differs(String what) {
        return !was.get(what).strip().equals(is.get(what).strip());
    }

    private void items() {
        int said = sentences.size();
        var sides = new Sides<>(before.items(), after.items());
        sides.removed()
                .forEach(item ->
                        sentences.add("%s no longer %s %s.".formatted(name, yields(item), Labels.labelled(item))));
        sides.added()
                .forEach(item -> sentences.add("%s now %s %s.".formatted(name, yields(item), Labels.labelled(item))));
        sides.both().forEach(this::relabelled);
        if (sentences.size() == said && (differs(OUTCOMES) || differs(COMMITMENT))) {
            sentences.add("What %s yields is listed otherwise.".formatted(name));
        }
    }

    private static String yields(ItemLine item) {
        return item.commitment() ? "asks for the commitment" : "yields";
    }

    private void relabelled(Both<ItemLine> both) {
        if (!both.before().label().equals(both.after().label())) {
            sentences.add("In %s, %s is worded anew; it was %s."
                    .formatted(
                            name,
                            Labels.labelled(both.after()),
                            Words.quoted(both.before().label())));
        }
    }
}
