package com.targettoclose.redesign;

import com.targettoclose.edition.Edition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages show, in the words in which they show it. */
final class Shown {

    private Shown() {}

    /**
     * A line of the list of editions.
     *
     * @param state in words
     * @param decision who decided and when; empty while nobody did
     * @param words why; empty while nobody did
     * @param changes how many there are
     */
    record EditionLine(
            int number,
            String state,
            String style,
            String name,
            String proposed,
            String decision,
            String words,
            boolean weakens,
            int changes,
            long openDeals) {}

    /** A proposal of somebody who sells. */
    record ProposalLine(String by, String on, String words, List<String> deals) {}

    /**
     * A diagram that changed.
     *
     * @param before null where it is new
     * @param after null where it is gone
     * @param added ids of elements, separated by spaces; as are the others
     */
    record DiagramPair(
            String file,
            String title,
            @Nullable String before,
            @Nullable String after,
            String added,
            String removed,
            String changed) {}

    static String state(Edition edition) {
        return switch (edition.state()) {
            case PROPOSED -> "waits for a sales leader";
            case IN_FORCE -> "in force";
            case COMMITTED -> "was in force";
            case DECLINED -> "declined";
            case SUPERSEDED -> "part of a later one";
        };
    }

    /** How the state looks: {@code open}, {@code won} or {@code lost}, as opportunities do. */
    static String style(Edition edition) {
        return switch (edition.state()) {
            case PROPOSED -> "open";
            case IN_FORCE -> "won";
            case COMMITTED, SUPERSEDED -> "disqualified";
            case DECLINED -> "lost";
        };
    }
}
