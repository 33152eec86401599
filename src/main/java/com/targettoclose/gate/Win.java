package com.targettoclose.gate;

import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.History;
import com.targettoclose.ledger.Holding;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The win that stands. What led to it is judged as of that day: an order that is signed is not undone by what lapses or is
 * taken back while it is carried out, but by the client who takes back the decision itself.
 *
 * @param on the day of the win
 * @param stages the stages before it
 * @param holdings what was held then, decisions as they are held now
 */
public record Win(LocalDate on, Set<String> stages, Map<String, Holding> holdings) {

    /** The newest win of an opportunity that counts as won on that day. */
    static Win of(LocalDate on, History history, RoadToWin road) {
        var then = history.newest(EntryKind.CLOSED).map(history::upTo).orElse(history);
        Map<String, Holding> holdings = new HashMap<>(then.holdings());
        var now = history.holdings();
        for (var decision : road.decisions()) {
            Optional.ofNullable(now.get(decision)).ifPresent(holding -> holdings.put(decision, holding));
        }
        return new Win(on, road.stages(), Map.copyOf(holdings));
    }
}
