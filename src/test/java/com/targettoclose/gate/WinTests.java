package com.targettoclose.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.Entries;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.History;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WinTests {

    private static final RoadToWin ROAD = new RoadToWin(Set.of("discovery", "negotiation"), Set.of("decide"));

    @Test
    void itKnowsWhatWasHeldWhenItWasWon() {
        var history = new Entries()
                .gained("change")
                .gained("decide")
                .add(won())
                .gained("execute")
                .about("change", EntryKind.WITHDRAWN)
                .history();
        assertThat(held(history)).isEqualTo(Map.of("change", EntryKind.GAINED, "decide", EntryKind.GAINED));
    }

    @Test
    void aDecisionIsHeldAsItIsNow() {
        var history = new Entries()
                .gained("change")
                .gained("decide")
                .add(won())
                .about("decide", EntryKind.WITHDRAWN)
                .history();
        assertThat(held(history)).isEqualTo(Map.of("change", EntryKind.GAINED, "decide", EntryKind.WITHDRAWN));
    }

    @Test
    void theNewestWinCounts() {
        var history = new Entries()
                .gained("decide")
                .add(won())
                .about("decide", EntryKind.WITHDRAWN)
                .gained("change")
                .gained("decide")
                .add(won())
                .history();
        assertThat(held(history)).isEqualTo(Map.of("change", EntryKind.GAINED, "decide", EntryKind.GAINED));
    }

    private static Map<String, EntryKind> held(History history) {
        var win = Win.of(Entries.FIRST_DAY, history, ROAD);
        return win.holdings().values().stream().collect(Collectors.toMap(it -> it.item(), it -> it.kind()));
    }

    private static Draft won() {
        return Draft.of(EntryKind.CLOSED).detail(Map.of("as", "won"));
    }
}
