package com.targettoclose.background;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** One thread of this node that looks for work again and again, for as long as the node runs. */
public abstract class BackgroundWork implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);

    private final String name;
    private final Timing timing;
    private volatile @Nullable ScheduledExecutorService thread;
    private volatile boolean stopping;

    /**
     * When it looks, and how long it takes.
     *
     * @param background whether this node does it
     * @param lookEvery the pause between two looks
     * @param longestBatch for how long a stopping node waits for the work at hand
     */
    public record Timing(boolean background, Duration lookEvery, Duration longestBatch) {}

    /**
     * Work that begins with the application.
     *
     * @param name of its thread
     */
    protected BackgroundWork(String name, Timing timing) {
        this.name = name;
        this.timing = timing;
    }

    /** Does what there is to do. What fails is logged, and the next look comes. */
    protected abstract void look();

    /** The first look of this node. */
    protected void lookFirst() {
        look();
    }

    /** Whether to go on after the batch at hand: not on a node that stops. */
    protected final boolean goesOn() {
        return !stopping;
    }

    @Override
    public final void start() {
        if (timing.background()) {
            stopping = false;
            long pause = timing.lookEvery().toMillis();
            var started = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, name));
            thread = started;
            started.execute(() -> withoutEnding(this::lookFirst));
            started.scheduleWithFixedDelay(() -> withoutEnding(this::look), pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    private void withoutEnding(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("{}: this failed, and is tried again soon", name, e);
        }
    }

    /** There is something to do: does not wait for the next look. */
    public final void wake() {
        var running = thread;
        if (running != null) {
            try {
                running.execute(() -> withoutEnding(this::look));
            } catch (RejectedExecutionException e) {
                LOG.debug("{}: this node stops; another will do it", name, e);
            }
        }
    }

    /** Looks no more, and waits for the batch at hand. */
    @Override
    public final void stop() {
        var stopped = thread;
        stopping = true;
        thread = null;
        if (stopped != null) {
            stopped.shutdown();
            try {
                if (!stopped.awaitTermination(timing.longestBatch().toMillis(), TimeUnit.MILLISECONDS)) {
                    LOG.warn("{}: the work at hand goes on; nothing is lost if it is cut off", name);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public final boolean isRunning() {
        return thread != null;
    }
}
