package com.targettoclose.process.reviews;

import com.targettoclose.conversation.Choice;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A look at some days of the process.
 *
 * @param number from 1
 * @param reviewer who holds it: a manager's user id, for the leaders their group's
 * @param firstDay of the days it is about
 * @param lastDay of them
 * @param dueOn the last day on which it is held in time
 * @param held null while nobody held it
 */
public record Review(
        int number,
        Kind kind,
        String reviewer,
        LocalDate firstDay,
        LocalDate lastDay,
        Instant openedAt,
        LocalDate dueOn,
        @Nullable Held held) {

    /** For how many days the leaders can still hold what a manager left. */
    private static final int PASSED_ON_FOR = 7;

    /** Whose it is. */
    public enum Kind implements Choice {
        /** The sales leaders look at everything. */
        LEADERS,
        /** A manager looks at the team's deals, one by one. */
        TEAM
    }

    /** What can come of it. */
    public enum Decision implements Choice {
        KEEP,
        COACH,
        CHANGE
    }

    /** Where it is. */
    public enum State implements Choice {
        OPEN,
        HELD,
        /** A manager left it, and the leaders can hold it. */
        PASSED_ON,
        MISSED
    }

    /** What came of it, and why. */
    public record Held(Decision decision, String reason, String by, Instant at) {}

    /** Where it is on a day. */
    public State state(LocalDate today) {
        if (held != null) {
            return State.HELD;
        }
        if (!today.isAfter(dueOn)) {
            return State.OPEN;
        }
        return kind == Kind.TEAM && !today.isAfter(dueOn.plusDays(PASSED_ON_FOR)) ? State.PASSED_ON : State.MISSED;
    }

    /** What a process about it is known by. The space keeps it apart from the ids of opportunities. */
    String about() {
        return "review " + number;
    }
}
