package com.targettoclose.reroute;

import com.targettoclose.background.LeasedWork;
import com.targettoclose.background.Leases;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Works on moves, one at a time on this node; one whose node stopped goes on where it stood. */
@Component
class RerouteWorker extends LeasedWork {

    private static final Duration LONGEST_BATCH = Duration.ofSeconds(30);

    RerouteWorker(
            Leases leases,
            Reroutes reroutes,
            TransactionOperations transactions,
            RerouteSettings settings,
            Clock clock) {
        super(
                RerouteTable.TABLE,
                leases,
                transactions,
                clock,
                new Timing(settings.background(), settings.lookEvery(), LONGEST_BATCH),
                settings.lease(),
                reroutes);
    }
}
