package com.targettoclose.metrics;

import com.targettoclose.delivery.DeadLetters;
import com.targettoclose.delivery.DeliverySettings;
import com.targettoclose.delivery.Outbox;
import com.targettoclose.ledger.sweep.SweepLedgers;
import com.targettoclose.opportunity.OpportunityFilter;
import com.targettoclose.opportunity.OpportunityLists;
import com.targettoclose.opportunity.Status;
import com.targettoclose.process.roadmap.EngineState;
import com.targettoclose.report.facts.KeepFacts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** What all nodes share, read from the database when it is asked for: each node says the same. */
@Component
class Readings implements MeterBinder {

    private final OpportunityLists opportunities;
    private final EngineState engine;
    private final KeepFacts facts;
    private final SweepLedgers sweep;
    private final Outbox outbox;
    private final DeadLetters deadLetters;
    private final DeliverySettings deliveries;

    Readings(
            OpportunityLists opportunities,
            EngineState engine,
            KeepFacts facts,
            SweepLedgers sweep,
            Outbox outbox,
            DeadLetters deadLetters,
            DeliverySettings deliveries) {
        this.opportunities = opportunities;
        this.engine = engine;
        this.facts = facts;
        this.sweep = sweep;
        this.outbox = outbox;
        this.deadLetters = deadLetters;
        this.deliveries = deliveries;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        var open = new OpportunityFilter(Status.OPEN, null, null);
        gauge(meters, "t2c.opportunities.open", "Deals that are pursued", opportunities, it -> it.count(open));
        gauge(meters, "t2c.jobs.waiting", "Jobs of the engine that are due", engine, EngineState::waitingJobs);
        gauge(meters, "t2c.jobs.failed", "Jobs without a retry left", engine, EngineState::failedJobs);
        gauge(meters, "t2c.incidents.open", "Incidents in Cockpit", engine, EngineState::incidents);
        gauge(meters, "t2c.reports.behind", "Deals with news that no report knows", facts, KeepFacts::behind);
        gauge(
                meters,
                "t2c.events.undelivered",
                "Deals with news another system does not know",
                outbox,
                it -> deliveries.wanted() ? it.undelivered() : 0);
        gauge(meters, "t2c.events.dead", "Deals whose events wait for somebody", deadLetters, DeadLetters::count);
        gauge(
                meters,
                "t2c.ledger.chains.checked",
                "Ledgers checked in this round",
                sweep,
                it -> it.state().checked());
        gauge(
                meters,
                "t2c.ledger.chains.broken",
                "Ledgers whose chain does not hold",
                sweep,
                it -> it.state().knownBroken());
    }

    private static <T> void gauge(MeterRegistry meters, String name, String what, T of, ToDoubleFunction<T> value) {
        Gauge.builder(name, of, value).description(what).register(meters);
    }
}
