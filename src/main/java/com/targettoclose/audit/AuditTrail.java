package com.targettoclose.audit;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The log of what was tried and refused, of who signed in, and of what was done to users, rights, diagrams and jobs. What
 * was done to an opportunity stands in its ledger and is not written twice.
 */
@Service
public class AuditTrail {

    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);

    private final AuditTable table;
    private final Clock clock;
    private final MeterRegistry meters;

    AuditTrail(AuditTable table, Clock clock, MeterRegistry meters) {
        this.table = table;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Writes a line. Called when the attempt is over: its own transaction has ended, in whichever way, and holds no lock
     * any more. An attempt that cannot be written down goes to the application's log; it is over all the same.
     */
    @Transactional(propagation = Propagation.NEVER)
    public void keep(Attempt attempt) {
        meters.counter(
                        "t2c.attempts",
                        "door",
                        attempt.door().value(),
                        "outcome",
                        attempt.outcome().value())
                .increment();
        try {
            table.insert(attempt, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        } catch (RuntimeException e) {
            LOG.error("Not written to the audit trail: {}", attempt, e);
        }
    }
}
