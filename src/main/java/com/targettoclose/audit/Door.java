package com.targettoclose.audit;

import com.targettoclose.conversation.Choice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ways in. */
public enum Door implements Choice {
    /** Our own interface for programs. */
    API,
    /** The engine's interface for programs. */
    ENGINE_REST,
    /** The engine's web applications; which of them is what the browser says. */
    TASKLIST,
    COCKPIT,
    ADMIN,
    /** Login, logout, pages, and calls of the web applications that do not say which of them. */
    PAGES,
    /** An import at work. */
    IMPORT;

    private static final ThreadLocal<@Nullable Door> CURRENT = new ThreadLocal<>();

    /** The door that this thread's work came through; empty for what the application does by itself. */
    public static Optional<Door> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Notes that what follows in this thread came through this door, until the passage is closed. */
    public Passage open() {
        var before = CURRENT.get();
        CURRENT.set(this);
        return () -> {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        };
    }

    /** Does something that came through this door. */
    public void during(Runnable work) {
        var passage = open();
        try {
            work.run();
        } finally {
            passage.close();
        }
    }

    /** Work that came through a door. */
    @FunctionalInterface
    public interface Passage {

        /** It is over. */
        void close();
    }
}
