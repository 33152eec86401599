package com.targettoclose.report.facts;

import com.targettoclose.report.ReportSettings;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Feeds the read models in the background, on every node; which of them does it makes no difference. */
@Component
class FollowLedger implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FollowLedger.class);
    private static final int AT_ONCE = 2_000;
    private static final long LONGEST_BATCH_SECONDS = 30;

    private final KeepFacts facts;
    private final ReportSettings settings;
    private volatile @Nullable ScheduledExecutorService thread;

    FollowLedger(KeepFacts facts, ReportSettings settings) {
        this.facts = facts;
        this.settings = settings;
    }

    private void look() {
        try {
            while (isRunning() && facts.catchUp(AT_ONCE) >= AT_ONCE) {
                LOG.debug("There is more to read for the reports");
            }
        } catch (RuntimeException e) {
            LOG.warn("Cannot feed the reports now; trying again soon", e);
        }
    }

    private void renew() {
        try {
            facts.renew();
        } catch (RuntimeException e) {
            LOG.warn("Cannot see whether the reports have to be built anew", e);
        }
    }

    @Override
    public void start() {
        if (settings.background()) {
            var started = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "reports"));
            started.execute(this::renew);
            long pause = settings.lookEvery().toMillis();
            started.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
            thread = started;
        }
    }

    @Override
    public void stop() {
        var stopped = thread;
        thread = null;
        if (stopped != null) {
            stopped.shutdown();
            try {
                if (!stopped.awaitTermination(LONGEST_BATCH_SECONDS, TimeUnit.SECONDS)) {
                    LOG.warn("A batch for the reports goes on; nothing is lost if it is cut off");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
