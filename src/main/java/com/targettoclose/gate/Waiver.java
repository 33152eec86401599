package com.targettoclose.gate;

import com.targettoclose.conversation.Choice;
import com.targettoclose.ledger.Entry;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.History;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A waiver that was asked for, and what came of it, as the ledger tells it.
 *
 * @param asked the entry by which it was asked for; its words are the reason
 * @param items the ids of the items to pass without
 * @param level who may grant it
 * @param answer the entry that decided it, its words are the reason; null while it is open
 */
public record Waiver(
        Entry asked,
        List<String> items,
        WaivableBy level,
        @Nullable Entry answer) {

    /** In an entry's detail: the number of the entry that asked for what this one answers. */
    public static final String REQUEST = "request";

    /** In a granting entry's detail: the last day on which the waiver counts. */
    public static final String UNTIL = "until";

    /** In a granting entry's detail: the day by which the client shall have given the item all the same. */
    public static final String MAKE_GOOD_ON = "makeGoodOn";

    private static final String ITEMS = "items";
    private static final String LEVEL = "level";

    /** What became of it. */
    public enum State implements Choice {
        /** It waits for a decision. */
        OPEN,
        GRANTED,
        REFUSED,
        /** Nothing is left to decide: the client gave it, or the pursuit ended. */
        MOOT
    }

    public Waiver {
        items = List.copyOf(items);
    }

    /** What the entry that asks for a waiver keeps. */
    public static Map<String, Object> asking(List<String> items, WaivableBy level) {
        return Map.of(ITEMS, items, LEVEL, level.value());
    }

    /** The waivers that were asked for, oldest first. */
    public static List<Waiver> all(History history) {
        return history.entries().stream()
                .filter(entry -> entry.kind() == EntryKind.WAIVER_ASKED)
                .map(entry -> of(entry, history))
                .toList();
    }

    /** The waiver that the entry with this number asked for. */
    public static Optional<Waiver> numbered(History history, int number) {
        return history.numbered(number, EntryKind.WAIVER_ASKED).map(entry -> of(entry, history));
    }

    private static Waiver of(Entry asked, History history) {
        var detail = asked.content().detail();
        var items = ((List<?>) Objects.requireNonNull(detail.get(ITEMS)))
                .stream().map(String::valueOf).toList();
        var level =
                Choice.of(WaivableBy.class, String.valueOf(detail.get(LEVEL))).orElseThrow();
        Integer number = asked.number();
        var answer = history.after(asked).stream()
                .filter(entry -> number.equals(entry.content().detail().get(REQUEST)))
                .findFirst();
        return new Waiver(asked, items, level, answer.orElse(null));
    }

    /** Its number in the opportunity's ledger. */
    public int number() {
        return asked.number();
    }

    public State state() {
        if (answer == null) {
            return State.OPEN;
        }
        return switch (answer.kind()) {
            case WAIVED -> State.GRANTED;
            case WAIVER_REFUSED -> State.REFUSED;
            default -> State.MOOT;
        };
    }

    public boolean open() {
        return state() == State.OPEN;
    }

    /** The last day on which it counts; null where it was not granted. */
    public @Nullable LocalDate until() {
        return day(UNTIL);
    }

    /** The day by which the client shall have given it all the same; null where it was not granted. */
    public @Nullable LocalDate makeGoodOn() {
        return day(MAKE_GOOD_ON);
    }

    private @Nullable LocalDate day(String key) {
        var day = answer == null ? null : answer.content().detail().get(key);
        return day == null ? null : LocalDate.parse(day.toString());
    }
}
