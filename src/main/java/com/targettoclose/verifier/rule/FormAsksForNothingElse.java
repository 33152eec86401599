package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Design;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The form of a conversation asks for nothing that its conversation does not generate. */
final class FormAsksForNothingElse implements Rule {

    private static final Set<String> ALWAYS = Set.of("contact", "heldOn", "channel", "nextStepOn");
    private static final Set<String> NEEDED = Set.of("contact", "heldOn", "channel");

    @Override
    public Stream<Finding> check(Design design) {
        return ConversationForms.of(design)
                .flatMap(it -> Stream.concat(
                        it.form().components().stream()
                                .filter(part -> part.has("key") || part.has("path"))
                                .filter(part -> part.has("path")
                                        || !allowed(it)
                                                .contains(part.path("key").asText()))
                                .map(part -> finding(
                                        it.form().place(part),
                                        "Whoever fills it in could not complete “" + it.name()
                                                + "”: the conversation takes no such field.",
                                        "Remove the field, or name its item in the conversation first.")),
                        NEEDED.stream()
                                .sorted()
                                .filter(key -> it.form().field(key).isEmpty())
                                .map(key -> finding(
                                        it.form().place(),
                                        "Nobody could say who was talked to, when and how: no answer would be taken.",
                                        "Add the field '" + key + "'."))));
    }

    private static Set<String> allowed(ConversationForms it) {
        return Stream.concat(ALWAYS.stream(), it.items().stream().flatMap(item -> item.fields().stream()))
                .collect(Collectors.toSet());
    }
}
