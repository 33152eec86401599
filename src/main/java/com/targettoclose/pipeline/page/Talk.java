package com.targettoclose.pipeline.page;

import com.targettoclose.conversation.Channel;
import com.targettoclose.ledger.Entry;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.History;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One conversation as the ledger holds it: the entries that were written down in one go.
 *
 * @param entries what came of each item; one at least
 */
public record Talk(List<Entry> entries) {

    private static final Set<EntryKind> KINDS = EnumSet.of(EntryKind.GAINED, EntryKind.NOT_YET, EntryKind.DECLINED);

    public Talk {
        entries = List.copyOf(entries);
    }

    /** Every conversation of a ledger, oldest first. */
    public static List<Talk> all(History history) {
        List<Talk> talks = new ArrayList<>();
        List<Entry> together = new ArrayList<>();
        for (var entry : history.entries()) {
            if (!together.isEmpty() && !belongs(together.get(0), entry)) {
                talks.add(new Talk(together));
                together = new ArrayList<>();
            }
            if (KINDS.contains(entry.kind())) {
                together.add(entry);
            }
        }
        if (!together.isEmpty()) {
            talks.add(new Talk(together));
        }
        return talks;
    }

    /** The conversation that an entry belongs to. */
    public static Optional<Talk> with(History history, int number) {
        return all(history).stream()
                .filter(talk -> talk.entries().stream().anyMatch(entry -> entry.number() == number))
                .findFirst();
    }

    /** Whether two entries are of one conversation. */
    static boolean belongs(Entry first, Entry other) {
        return KINDS.contains(first.kind())
                && KINDS.contains(other.kind())
                && first.recordedAt().equals(other.recordedAt())
                && first.recordedBy().equals(other.recordedBy())
                && Objects.equals(first.content().origin(), other.content().origin());
    }

    /** The number of its first entry. */
    public int number() {
        return entries.get(0).number();
    }

    /** What the client gave in it. */
    public List<Entry> gained() {
        return entries.stream()
                .filter(entry -> entry.kind() == EntryKind.GAINED)
                .toList();
    }

    /** Whom at the client it was held with; null where nobody was named, or it was erased. */
    public @Nullable String contact() {
        return entries.get(0).content().contact();
    }

    /** The day it was held. */
    public @Nullable LocalDate heldOn() {
        return entries.get(0).content().occurredOn();
    }

    /** How it was held. */
    public @Nullable Channel channel() {
        return entries.get(0).content().channel();
    }

    /** The day of the next step that was agreed in it. */
    public Optional<LocalDate> nextStepOn() {
        return Optional.ofNullable(entries.get(0).content().detail().get("nextStepOn"))
                .map(day -> LocalDate.parse(day.toString()));
    }

    /** The id of the conversation in its diagram; null for one that no diagram names. */
    public @Nullable String key() {
        var origin = entries.get(0).content().origin();
        return origin == null ? null : origin.conversation();
    }
}
