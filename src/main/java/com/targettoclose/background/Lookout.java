package com.targettoclose.background;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread of this node that looks for work again and again, for as long as the node runs. */
public final class Lookout {

    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);

    private final String name;
    private final Duration longestBatch;
    private volatile @Nullable ScheduledExecutorService thread;

    /**
     * A lookout that does not look yet.
     *
     * @param name of its thread
     * @param longestBatch for how long a stopping node waits for the work at hand
     */
    public Lookout(String name, Duration longestBatch) {
        this.name = name;
        this.longestBatch = longestBatch;
    }

    /** Does one thing at once, and then looks after each pause. What fails is logged, and the next look comes. */
    public void start(Runnable first, Runnable look, Duration pause) {
        var started = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, name));
        thread = started;
        started.execute(() -> withoutEnding(first));
        started.scheduleWithFixedDelay(
                () -> withoutEnding(look), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void withoutEnding(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("{}: this failed, and is tried again soon", name, e);
        }
    }

    /** There is something to do: does not wait for the next look. */
    public void wake(Runnable look) {
        var running = thread;
        if (running != null) {
            try {
                running.execute(() -> withoutEnding(look));
            } catch (RejectedExecutionException e) {
                LOG.debug("{}: this node stops; another will do it", name, e);
            }
        }
    }

    /** Looks no more, and waits for the work at hand. */
    public void stop() {
        var stopped = thread;
        thread = null;
        if (stopped != null) {
            stopped.shutdown();
            try {
                if (!stopped.awaitTermination(longestBatch.toMillis(), TimeUnit.MILLISECONDS)) {
                    LOG.warn("{}: the work at hand goes on; nothing is lost if it is cut off", name);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whether it looks: work in batches asks between two of them. */
    public boolean isRunning() {
        return thread != null;
    }
}
