package com.targettoclose.process.conversations;

import com.targettoclose.conversation.Conversation;
import com.targettoclose.conversation.Item;
import com.targettoclose.conversation.RawConversation;
import com.targettoclose.conversation.RawConversation.RawAnswer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.impl.value.NullValueImpl;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * Reads a submitted conversation form. Its fields are {@code contact, heldOn, channel, nextStepOn}, and for each item its
 * id in camel case with {@code State, Words, Proof, Link}; anything else is undeclared.
 */
public final class SubmittedForm {

    private static final List<String> CONVERSATION = List.of("contact", "heldOn", "channel", "nextStepOn");
    private static final List<String> ANSWER = List.of("state", "words", "proof", "link");

    private SubmittedForm() {}

    static RawConversation read(VariableMap values, Conversation conversation) {
        var answers = conversation.items().stream()
                .map(item -> answer(values, item))
                .filter(answer -> answer.state() != null
                        || answer.words() != null
                        || answer.proof() != null
                        || answer.link() != null)
                .toList();
        var declared = declared(conversation);
        var undeclared = values.keySet().stream()
                .filter(name -> !declared.contains(name) || !isText(values, name))
                .sorted()
                .toList();
        return new RawConversation(
                text(values, "contact"),
                text(values, "heldOn"),
                text(values, "channel"),
                text(values, "nextStepOn"),
                answers,
                undeclared);
    }

    private static Set<String> declared(Conversation conversation) {
        Set<String> names = new HashSet<>(CONVERSATION);
        conversation
                .items()
                .forEach(item -> ANSWER.forEach(part -> names.add(fields(item).apply(part))));
        return names;
    }

    private static RawAnswer answer(VariableMap values, Item item) {
        var fields = fields(item);
        return new RawAnswer(
                item.id(),
                text(values, fields.apply("state")),
                text(values, fields.apply("words")),
                text(values, fields.apply("proof")),
                text(values, fields.apply("link")),
                fields);
    }

    private static UnaryOperator<String> fields(Item item) {
        return part -> item.fieldPrefix() + part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1);
    }

    /** Whether a value is plain text, a number or the like; an object is not even looked into. */
    private static boolean isText(VariableMap values, String name) {
        TypedValue typed = values.getValueTyped(name);
        return typed == null
                || typed instanceof PrimitiveValue<?> primitive && isPlain(primitive.getValue())
                || typed instanceof NullValueImpl
                || typed instanceof UntypedValueImpl untyped && isPlain(untyped.getValue());
    }

    private static boolean isPlain(@Nullable Object value) {
        return value == null || value instanceof CharSequence || value instanceof Number || value instanceof Boolean;
    }

    /** A field as plain text; null where it is absent, blank, or something else than text, a number or the like. */
    public static @Nullable String text(VariableMap values, String name) {
        if (!values.containsKey(name) || !isText(values, name)) {
            return null;
        }
        TypedValue typed = values.getValueTyped(name);
        var value = typed == null ? null : typed.getValue();
        var text = value == null ? "" : value.toString().strip();
        return text.isEmpty() ? null : text;
    }
}
