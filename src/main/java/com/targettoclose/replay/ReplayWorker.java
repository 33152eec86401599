package com.targettoclose.replay;

import com.targettoclose.background.Lookout;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Works on replays, one at a time on this node; one whose node stopped is begun anew. */
@Component
class ReplayWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayWorker.class);

    private final ReplayTable table;
    private final Replays replays;
    private final TransactionOperations transactions;
    private final ReplaySettings settings;
    private final Clock clock;
    private final String worker = UUID.randomUUID().toString();
    private final Lookout lookout = new Lookout("replay", Duration.ofSeconds(30));

    ReplayWorker(
            ReplayTable table,
            Replays replays,
            TransactionOperations transactions,
            ReplaySettings settings,
            Clock clock) {
        this.table = table;
        this.replays = replays;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** There is something to do: do not wait for the next look. */
    void wake() {
        lookout.wake(this::look);
    }

    /** Works on every replay that nobody works on, until there is none or somebody asks to stop. */
    void work(BooleanSupplier goOn) {
        var next = claim();
        while (next.isPresent() && goOn.getAsBoolean()) {
            work(next.get(), goOn);
            next = goOn.getAsBoolean() ? claim() : Optional.empty();
        }
    }

    private void work(String id, BooleanSupplier goOn) {
        try {
            replays.run(id, worker, goOn);
        } catch (TransientDataAccessException e) {
            LOG.warn("Replay {} waits for the database", id, e);
        } catch (RuntimeException e) {
            LOG.error("Replay {} failed", id, e);
            replays.failed(id, worker, "Something went wrong here; the log says more. Ask for it again.");
        }
        table.release(id, worker);
    }

    private Optional<String> claim() {
        var claimed = transactions.execute(
                status -> table.claim(worker, clock.instant(), settings.lease()).orElse(null));
        return Optional.ofNullable(claimed);
    }

    private void look() {
        work(lookout::isRunning);
    }

    @Override
    public void start() {
        if (settings.background()) {
            lookout.start(this::look, this::look, settings.lookEvery());
        }
    }

    @Override
    public void stop() {
        lookout.stop();
    }

    @Override
    public boolean isRunning() {
        return lookout.isRunning();
    }
}
