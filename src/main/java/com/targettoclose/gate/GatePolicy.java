package com.targettoclose.gate;

import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Holding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds exit criteria against what the ledger holds. Pure. */
public final class GatePolicy {

    private GatePolicy() {}

    /**
     * Decides a gate.
     *
     * @param stages the criteria of every stage up to this one, in the roadmap's order; the last is this gate's own
     * @param holdings what the ledger holds, by item
     * @param win the win that stands, null where there is none: the stages before it are judged as of then
     */
    public static GateDecision decide(
            List<StageCriteria> stages, Map<String, Holding> holdings, LocalDate today, @Nullable Win win) {
        var here = stages.get(stages.size() - 1).stage();
        Map<String, MetBy> met = new LinkedHashMap<>();
        List<Gap> gaps = new ArrayList<>();
        for (var stage : stages) {
            boolean own = stage.stage().equals(here);
            var then = win != null && win.stages().contains(stage.stage()) ? win : null;
            var day = then == null ? today : then.on();
            var held = then == null ? holdings : then.holdings();
            for (var requirement : stage.requirements()) {
                var holding = held.getOrDefault(requirement.item(), Holding.none(requirement.item()));
                var reason = gap(requirement, holding, day);
                reason.ifPresent(why -> gaps.add(new Gap(requirement, why)));
                if (own && reason.isEmpty()) {
                    met.put(requirement.item(), metBy(holding));
                }
            }
        }
        return new GateDecision(here, met, gaps);
    }

    /** Why a requirement is not met on that day; empty where it is. */
    static Optional<Gap.Reason> gap(Requirement requirement, Holding holding, LocalDate day) {
        var kind = holding.kind();
        if (kind == null) {
            return Optional.of(Gap.Reason.NOT_GAINED);
        }
        return switch (kind) {
            case GAINED -> gainedGap(requirement, holding, day);
            case WAIVED ->
                requirement.waivableBy() != WaivableBy.NOBODY && holding.waivedOn(day)
                        ? Optional.empty()
                        : Optional.of(Gap.Reason.WAIVER_NOT_VALID);
            case LAPSED -> Optional.of(Gap.Reason.LAPSED);
            default -> Optional.of(Gap.Reason.WITHDRAWN);
        };
    }

    private static Optional<Gap.Reason> gainedGap(Requirement requirement, Holding holding, LocalDate day) {
        var lapses = requirement.lapsesAfterDays();
        var since = holding.since();
        if (lapses != null && since != null && since.plusDays(lapses).isBefore(day)) {
            return Optional.of(Gap.Reason.LAPSED);
        }
        boolean proven = switch (requirement.proof()) {
            case NONE -> true;
            case CLAIMED -> holding.claimed() || holding.verified();
            case VERIFIED -> holding.verified();
        };
        return proven ? Optional.empty() : Optional.of(Gap.Reason.PROOF_MISSING);
    }

    private static MetBy metBy(Holding holding) {
        return holding.kind() == EntryKind.WAIVED
                ? MetBy.WAIVED
                : MetBy.of(Objects.requireNonNull(holding.provenance()));
    }
}
