package com.targettoclose.report.facts;

import com.targettoclose.gate.Adherence;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.History;
import com.targettoclose.ledger.Holding;
import com.targettoclose.ledger.Provenance;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.report.simulation.SimulatedDeals;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a deal's ledger into facts. Pure: the same ledger gives the same facts, whenever it is read. */
final class ReadDeal {

    private final Opportunity it;
    private final History history;
    private final int edition;
    private final LocalDate openedOn;

    private ReadDeal(Opportunity opportunity, int edition, History history) {
        this.it = opportunity;
        this.edition = edition;
        this.history = history;
        this.openedOn = it.openedOn() == null
                ? LocalDate.ofInstant(it.createdAt(), ZoneOffset.UTC)
                : Objects.requireNonNull(it.openedOn());
    }

    static Facts of(Opportunity opportunity, int edition, History history) {
        var read = new ReadDeal(opportunity, edition, history);
        var deal = read.deal();
        var gates = ReadGates.of(deal, history);
        return new Facts(deal, gates.facts(), ReadItems.of(deal, history, gates));
    }

    private DealFact deal() {
        var gained = history.entries().stream().filter(Heard::gained).toList();
        var held = history.holdings().values().stream()
                .filter(holding -> holding.gained() && holding.provenance() != Provenance.IMPORTED)
                .toList();
        var signals = Signals.of(history.entries());
        var asOf = it.open()
                ? history
                : history.newest(EntryKind.CLOSED).map(history::upTo).orElse(history);
        var adherence = Adherence.counted(asOf);
        return new DealFact(
                it.id(),
                it.owner(),
                it.roadmap(),
                edition,
                it.terms().dealType().value(),
                SizeBand.of(it.terms().value()).value(),
                it.terms().value(),
                it.terms().currency(),
                it.product(),
                origin(),
                it.status().value(),
                it.stage(),
                openedOn,
                it.closedOn(),
                cycleDays(),
                lastHeardOn(),
                AdherenceBand.of(adherence).value(),
                adherence.applicable(),
                adherence.met(),
                rerouted(),
                held.size(),
                Heard.count(held, Holding::verified),
                gained.size(),
                Heard.count(gained, entry -> entry.content().proof() != null),
                Heard.count(gained, entry -> entry.content().provenance() == Provenance.AFTERWARDS),
                Heard.count(gained, Heard::offTheMap),
                signals.recordings(),
                signals.inBursts(),
                signals.worded(),
                signals.alike(),
                signals.thin());
    }

    private @Nullable Integer cycleDays() {
        var closedOn = it.closedOn();
        return closedOn == null ? null : Math.toIntExact(ChronoUnit.DAYS.between(openedOn, closedOn));
    }

    private boolean rerouted() {
        return Stream.of(EntryKind.RE_ENTERED, EntryKind.MOVED)
                .anyMatch(kind -> history.newest(kind).isPresent());
    }

    private String origin() {
        if (history.entries().stream()
                .findFirst()
                .filter(first -> first.recordedBy().equals(SimulatedDeals.BY))
                .isPresent()) {
            return "simulated";
        }
        if (it.imported() == null) {
            return "here";
        }
        return it.instance() == null ? "before" : "imported";
    }

    private @Nullable LocalDate lastHeardOn() {
        return history.entries().stream()
                .filter(Heard::answer)
                .map(entry -> entry.content().occurredOn())
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
    }
}
