package com.targettoclose.ledger;

import com.targettoclose.conversation.Channel;
import com.targettoclose.conversation.Proof;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An entry before it is written. Built in steps: {@code Draft.of(GAINED).item("time").occurredOn(day)}.
 *
 * @param item the item it is about
 * @param detail facts of the entry as JSON-able values: a gate's gaps, changed terms, a reason
 * @param contact who at the client; erasable
 * @param words what was said; erasable
 * @param origin the task and diagram it was written from
 */
public record Draft(
        EntryKind kind,
        @Nullable String item,
        @Nullable Provenance provenance,
        Map<String, Object> detail,
        @Nullable String contact,
        @Nullable String words,
        @Nullable Channel channel,
        @Nullable Proof proof,
        @Nullable String link,
        @Nullable LocalDate occurredOn,
        @Nullable Origin origin) {

    /**
     * Where an entry was written from.
     *
     * @param conversation the id of the conversation's user task
     * @param task the task
     * @param processDefinition the diagram, as {@code key}
     * @param processVersion the diagram's version
     */
    public record Origin(
            @Nullable String conversation,
            @Nullable String task,
            @Nullable String processDefinition,
            @Nullable Integer processVersion) {}

    public Draft {
        Objects.requireNonNull(kind);
    }

    /** A draft of a kind, everything else still empty. */
    public static Draft of(EntryKind kind) {
        return new Draft(kind, null, null, Map.of(), null, null, null, null, null, null, null);
    }

    public Draft item(String id) {
        return new Draft(kind, id, provenance, detail, contact, words, channel, proof, link, occurredOn, origin);
    }

    public Draft provenance(Provenance how) {
        return new Draft(kind, item, how, detail, contact, words, channel, proof, link, occurredOn, origin);
    }

    public Draft detail(Map<String, Object> facts) {
        return new Draft(kind, item, provenance, facts, contact, words, channel, proof, link, occurredOn, origin);
    }

    public Draft said(@Nullable String who, @Nullable String what) {
        return new Draft(kind, item, provenance, detail, who, what, channel, proof, link, occurredOn, origin);
    }

    public Draft over(@Nullable Channel by) {
        return new Draft(kind, item, provenance, detail, contact, words, by, proof, link, occurredOn, origin);
    }

    public Draft proven(@Nullable Proof by, @Nullable String at) {
        return new Draft(kind, item, provenance, detail, contact, words, channel, by, at, occurredOn, origin);
    }

    public Draft occurredOn(@Nullable LocalDate day) {
        return new Draft(kind, item, provenance, detail, contact, words, channel, proof, link, day, origin);
    }

    public Draft from(@Nullable Origin where) {
        return new Draft(kind, item, provenance, detail, contact, words, channel, proof, link, occurredOn, where);
    }
}
