package com.targettoclose.process.requests;

import com.targettoclose.conversation.Choice;
import com.targettoclose.gate.Waiver;
import com.targettoclose.ledger.Entry;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.History;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of the process that somebody proposed, and what came of it, as the ledger of the first opportunity that shows
 * it tells it.
 *
 * @param asked the entry that proposes it
 * @param opportunities the ids of the opportunities that show it, that one first
 * @param answer the entry that answers it; null while it waits
 */
public record Proposal(
        Entry asked, List<String> opportunities, @Nullable Entry answer) {

    private static final String OPPORTUNITIES = "opportunities";
    private static final String DECISION = "decision";

    /** What the process owner makes of it. */
    enum Decision implements Choice {
        TAKEN_UP,
        LATER,
        DECLINED
    }

    public Proposal {
        opportunities = List.copyOf(opportunities);
    }

    /** What the proposing entry keeps. */
    static Map<String, Object> proposing(List<String> opportunities) {
        return Map.of(OPPORTUNITIES, opportunities);
    }

    /** What the answering entry keeps. */
    static Map<String, Object> answering(int number, Decision decision) {
        return Map.of(Waiver.REQUEST, number, DECISION, decision.value());
    }

    static Optional<Proposal> numbered(History history, int number) {
        return history.numbered(number, EntryKind.CHANGE_PROPOSED).map(asked -> of(asked, number, history));
    }

    private static Proposal of(Entry asked, Integer number, History history) {
        var ids = (List<?>) asked.content().detail().getOrDefault(OPPORTUNITIES, List.of());
        var answer = history.after(asked).stream()
                .filter(entry -> entry.kind() == EntryKind.CHANGE_ANSWERED)
                .filter(entry -> number.equals(entry.content().detail().get(Waiver.REQUEST)))
                .findFirst();
        return new Proposal(asked, ids.stream().map(String::valueOf).toList(), answer.orElse(null));
    }

    /** What the process owner made of it, as the ledger writes it; empty while it waits. */
    public String decision() {
        return answer == null ? "" : String.valueOf(answer.content().detail().get(DECISION));
    }
}
