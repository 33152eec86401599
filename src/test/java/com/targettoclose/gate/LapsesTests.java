package com.targettoclose.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.Entry;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.History;
import com.targettoclose.ledger.Holding;
import com.targettoclose.ledger.Provenance;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LapsesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final List<Entry> entries = new ArrayList<>();

    @Test
    void evidenceCountsThroughItsLastDay() {
        write(Draft.of(EntryKind.GAINED)
                .item("time")
                .provenance(Provenance.TIMELY)
                .occurredOn(TODAY));
        var lapses = lapses(TODAY, requirement("time", 90));
        assertThat(lapses).containsExactly(Map.entry("time", TODAY.plusDays(91)));
        var before = GatePolicy.gap(requirement("time", 90), holding("time"), TODAY.plusDays(90));
        var then = GatePolicy.gap(requirement("time", 90), holding("time"), lapses.get("time"));
        assertThat(before).isEmpty();
        assertThat(then).contains(Gap.Reason.LAPSED);
    }

    @Test
    void aWaiverCountsThroughItsLastDay() {
        write(Draft.of(EntryKind.WAIVED).item("time").detail(Map.of("until", "2026-03-31")));
        assertThat(lapses(TODAY, requirement("time", 90))).containsExactly(Map.entry("time", LocalDate.of(2026, 4, 1)));
    }

    @Test
    void theStageThatAllowsLeastCounts() {
        write(Draft.of(EntryKind.GAINED)
                .item("time")
                .provenance(Provenance.TIMELY)
                .occurredOn(TODAY));
        assertThat(lapses(TODAY, requirement("time", 90), requirement("time", 30)))
                .containsExactly(Map.entry("time", TODAY.plusDays(31)));
    }

    @Test
    void whatCountsForEverOrNotAtAllIsNotNamed() {
        write(Draft.of(EntryKind.GAINED)
                .item("fit")
                .provenance(Provenance.TIMELY)
                .occurredOn(TODAY));
        write(Draft.of(EntryKind.GAINED)
                .item("time")
                .provenance(Provenance.TIMELY)
                .occurredOn(TODAY));
        write(Draft.of(EntryKind.WITHDRAWN).item("time"));
        assertThat(lapses(TODAY, requirement("fit", null), requirement("time", 90), requirement("other", 90)))
                .isEmpty();
    }

    private void write(Draft draft) {
        var now = Instant.parse("2026-03-02T09:00:00Z");
        entries.add(new Entry("D", entries.size() + 1, draft, "rita", now, null, null, ""));
    }

    private Holding holding(String item) {
        return new History(entries).holdings().get(item);
    }

    private Map<String, LocalDate> lapses(LocalDate today, Requirement... requirements) {
        var stages = List.of(new StageCriteria("target", List.of(requirements)));
        return Lapses.of(stages, new History(entries).holdings(), today);
    }

    private static Requirement requirement(String item, Integer days) {
        return new Requirement("target", item, WaivableBy.MANAGER, ProofNeeded.NONE, days);
    }
}
