package com.targettoclose.edition;

import com.targettoclose.conversation.Choice;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One consistent set of roadmaps, stages, decision tables and forms.
 *
 * @param number from 1, in the order in which they were proposed
 * @param deploymentId the engine's deployment that holds its files, all of them
 * @param name what its deployment was called; null where nobody named it
 * @param proposedBy a user id, or {@code system}
 * @param comparedWith the edition in force when it was proposed; null for the first
 * @param weakens whether it lets a deal through that the edition it is compared with would have held
 * @param decided null while nobody decided
 */
public record Edition(
        int number,
        String deploymentId,
        @Nullable String name,
        String proposedBy,
        Instant proposedAt,
        @Nullable Integer comparedWith,
        boolean weakens,
        State state,
        @Nullable Decided decided) {

    /** Where an edition is between proposed and left behind. */
    public enum State implements Choice {
        /** The newest, and a leader has to decide. */
        PROPOSED,
        /** New opportunities start on it. */
        IN_FORCE,
        /** New opportunities started on it once. */
        COMMITTED,
        /** A leader declined it. */
        DECLINED,
        /** A later one was built on it before anybody decided. */
        SUPERSEDED
    }

    /** What a leader can decide. */
    public enum Decision implements Choice {
        COMMITTED,
        DECLINED
    }

    /** What was decided, by whom, and with which words. */
    public record Decided(Decision decision, String words, String by, Instant at) {}
}
