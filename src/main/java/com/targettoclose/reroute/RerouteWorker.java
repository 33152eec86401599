package com.targettoclose.reroute;

import com.targettoclose.background.LeasedWork;
import com.targettoclose.background.Leases;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Works on moves, one at a time on this node; one whose node stopped goes on where it stood. */
@Component
class RerouteWorker implements SmartLifecycle {

    private static final Duration LONGEST_BATCH = Duration.ofSeconds(30);

    private final RerouteSettings settings;
    private final LeasedWork work;

    RerouteWorker(
            Leases leases,
            Reroutes reroutes,
            TransactionOperations transactions,
            RerouteSettings settings,
            Clock clock) {
        this.settings = settings;
        this.work = new LeasedWork(
                RerouteTable.TABLE, leases, transactions, clock, settings.lease(), LONGEST_BATCH, reroutes);
    }

    /** There is something to do: do not wait for the next look. */
    void wake() {
        work.wake();
    }

    /** Works on every move that nobody works on, until there is none or somebody asks to stop. */
    void work(BooleanSupplier goOn) {
        work.work(goOn);
    }

    @Override
    public void start() {
        if (settings.background()) {
            work.start(settings.lookEvery());
        }
    }

    @Override
    public void stop() {
        work.stop();
    }

    @Override
    public boolean isRunning() {
        return work.isRunning();
    }
}
