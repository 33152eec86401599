package com.targettoclose.verifier.rule;

import com.targettoclose.conversation.AnswerState;
import com.targettoclose.conversation.Choice;
import com.targettoclose.conversation.Proof;
import com.targettoclose.verifier.design.Design;
import com.targettoclose.verifier.design.Form;
import com.targettoclose.verifier.design.ItemLine;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The form of a conversation has the fields of each of its items, and offers the answers that an item can have. */
final class FormAsksForEveryItem implements Rule {

    @Override
    public Stream<Finding> check(Design design) {
        return ConversationForms.of(design)
                .flatMap(it -> it.items().stream()
                        .flatMap(item -> Stream.of(
                                        wrong(it.form(), item, "State", Choice.values(AnswerState.class)),
                                        wrong(it.form(), item, "Words", ""),
                                        wrong(it.form(), item, "Proof", Choice.values(Proof.class)),
                                        wrong(it.form(), item, "Link", ""))
                                .flatMap(Optional::stream))
                        .map(remedy -> finding(
                                it.form().place(),
                                "A rep could not write down what the client said in “" + it.name()
                                        + "”: the deal would wait for it for ever.",
                                remedy)));
    }

    private static Optional<String> wrong(Form form, ItemLine item, String part, String values) {
        var key = item.fieldPrefix() + part;
        var field = form.field(key);
        if (field.isEmpty()) {
            return Optional.of("Add a field with the key '" + key + "' for the item '" + item.id() + "'"
                    + (values.isEmpty() ? "." : ", with the values " + values + "."));
        }
        var offered = ConversationForms.values(field.get());
        return values.isEmpty() || offered.equals(Set.of(values.split(", ")))
                ? Optional.empty()
                : Optional.of("Let the field '" + key + "' offer exactly the values " + values + ".");
    }
}
