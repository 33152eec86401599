package com.targettoclose.replay;

import com.targettoclose.background.LeasedWork;
import com.targettoclose.background.Leases;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Works on replays, one at a time on this node; one whose node stopped is begun anew. */
@Component
class ReplayWorker extends LeasedWork {

    private static final Duration LONGEST_BATCH = Duration.ofSeconds(30);

    ReplayWorker(
            Leases leases, Replays replays, TransactionOperations transactions, ReplaySettings settings, Clock clock) {
        super(
                ReplayTable.TABLE,
                leases,
                transactions,
                clock,
                new Timing(settings.background(), settings.lookEvery(), LONGEST_BATCH),
                settings.lease(),
                replays);
    }
}
