package com.targettoclose.ledger.sweep;

import com.targettoclose.background.BackgroundWork;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.OpportunityLists;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Checks the chain of every ledger, a batch at a time and on one node at a time, and begins again after the last. What is
 * sealed with another key is sealed with the one in use. With the settings as shipped, 100,000 ledgers take three hours.
 */
@Component
public class SweepLedgers extends BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(SweepLedgers.class);
    private static final Duration LONGEST_BATCH = Duration.ofMinutes(5);

    private final SweepTable table;
    private final OpportunityLists opportunities;
    private final Ledger ledger;
    private final SweepSettings settings;
    private final Clock clock;

    SweepLedgers(SweepTable table, OpportunityLists opportunities, Ledger ledger, SweepSettings settings, Clock clock) {
        super("ledger-sweep", new Timing(settings.background(), settings.lookEvery(), Duration.ofSeconds(30)));
        this.table = table;
        this.opportunities = opportunities;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    /** How far it is. */
    public Sweep state() {
        return table.read();
    }

    /** Checks the next batch, unless another node is at it. */
    @Override
    protected void look() {
        var now = clock.instant();
        table.take(now, now.plus(LONGEST_BATCH)).ifPresent(from -> table.giveBack(batch(from)));
    }

    private Sweep batch(Sweep from) {
        var ids = opportunities.idsAfter(from.lastId(), settings.batch());
        var sweep = ids.isEmpty() ? from.nextRound() : from;
        for (var id : ids) {
            var check = ledger.check(id);
            if (!check.holds()) {
                LOG.error("The ledger of opportunity {} does not hold: {}", id, check.findings());
            }
            if (check.holds() && check.sealedOtherwise()) {
                ledger.seal(id);
            }
            sweep = sweep.with(id, check.holds());
        }
        return sweep;
    }
}
