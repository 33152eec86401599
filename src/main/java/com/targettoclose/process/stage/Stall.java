package com.targettoclose.process.stage;

import com.targettoclose.gate.Waiver;
import com.targettoclose.ledger.Entry;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.History;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A silence that lasted longer than its stage allows, and what came of it, as the ledger tells it.
 *
 * @param raised the entry that noticed it
 * @param answer the entry that advised or found it moot; null while it is open
 */
public record Stall(Entry raised, @Nullable Entry answer) {

    /** In an answer's detail: what somebody thinks should be done. */
    public static final String ADVICE = "advice";

    /** In the detail of an entry that passes it on: the number of the entry that noticed it. */
    public static final String PASSED_ON = "stall";

    private static final String QUIET_SINCE = "quietSince";
    private static final String DAYS = "days";

    /** What the entry that notices a silence keeps: since when, and for how many days the stage allows it. */
    public static Map<String, Object> noticing(LocalDate quietSince, int days) {
        return Map.of(QUIET_SINCE, quietSince.toString(), DAYS, days);
    }

    /** The silence that waits for advice, if one does. */
    public static Optional<Stall> open(History history) {
        return history.newest(EntryKind.STALLED)
                .map(raised -> of(raised, history))
                .filter(Stall::open);
    }

    /** The silence that the entry with this number noticed. */
    public static Optional<Stall> numbered(History history, int number) {
        return history.numbered(number, EntryKind.STALLED).map(raised -> of(raised, history));
    }

    private static Stall of(Entry raised, History history) {
        Integer number = raised.number();
        return new Stall(
                raised,
                history.after(raised).stream()
                        .filter(entry -> number.equals(entry.content().detail().get(Waiver.REQUEST)))
                        .findFirst()
                        .orElse(null));
    }

    public int number() {
        return raised.number();
    }

    /** Whether it waits for advice. */
    public boolean open() {
        return answer == null;
    }

    /** Whether somebody advised. */
    public boolean answered() {
        return answer != null && answer.kind() == EntryKind.COACHED;
    }

    /** The last day on which something was heard, or was agreed to be. */
    public LocalDate quietSince() {
        return LocalDate.parse(String.valueOf(raised.content().detail().get(QUIET_SINCE)));
    }

    /** For how many days the stage allowed it. */
    public int days() {
        return Integer.parseInt(String.valueOf(raised.content().detail().get(DAYS)));
    }

    /** What was advised; empty where nothing was. */
    public String advice() {
        return answer == null ? "" : String.valueOf(answer.content().detail().getOrDefault(ADVICE, ""));
    }
}
