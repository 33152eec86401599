package com.targettoclose.gate;

import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Holding;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** When what is held now will count no more. Pure. */
public final class Lapses {

    private Lapses() {}

    /**
     * The first day on which each item that meets a requirement will not meet it any more, by item: because it lapses by
     * then, or because the waiver that stands in for it has expired. An item that counts for ever is not named.
     */
    public static Map<String, LocalDate> of(
            List<StageCriteria> stages, Map<String, Holding> holdings, LocalDate today) {
        Map<String, LocalDate> days = new TreeMap<>();
        for (var stage : stages) {
            for (var requirement : stage.requirements()) {
                var holding = holdings.getOrDefault(requirement.item(), Holding.none(requirement.item()));
                var day = GatePolicy.gap(requirement, holding, today).isPresent() ? null : day(requirement, holding);
                if (day != null) {
                    days.merge(requirement.item(), day, (one, other) -> one.isBefore(other) ? one : other);
                }
            }
        }
        return days;
    }

    private static @Nullable LocalDate day(Requirement requirement, Holding holding) {
        if (holding.kind() == EntryKind.WAIVED) {
            return holding.waivedUntil() == null ? null : holding.waivedUntil().plusDays(1);
        }
        var lapses = requirement.lapsesAfterDays();
        return lapses == null ? null : Objects.requireNonNull(holding.since()).plusDays(lapses + 1L);
    }
}
