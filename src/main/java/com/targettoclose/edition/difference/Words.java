package com.targettoclose.edition.difference;

import com.targettoclose.opportunity.DealType;
import java.util.List;

/** How sentences are put together. */
final class Words {

    private static final int LISTED = 5;
    private static final int SHOWN = 120;

    private Words() {}

    static String quoted(String text) {
        return "'" + text + "'";
    }

    /** What something is called, or its id where it has no name. */
    static String named(String name, String id) {
        return name.isBlank() ? id : name.strip();
    }

    /** {@code 'The client will meet us' (time)}. */
    static String labelled(String label, String id) {
        return label.isBlank() || label.equals(id) ? quoted(id) : quoted(label) + " (" + id + ")";
    }

    /** {@code a, b and c}. */
    static String joined(List<String> parts) {
        int last = parts.size() - 1;
        return last < 1
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }

    /** The first five, and how many more there are. */
    static String listed(List<String> parts) {
        int more = parts.size() - LISTED;
        return more < 1 ? joined(parts) : String.join(", ", parts.subList(0, LISTED)) + " and " + more + " more";
    }

    /** A text on one line, cut where it is long. */
    static String brief(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    }

    /** A text on one line, with its full stop. */
    static String sentence(String text) {
        var line = brief(text);
        return line.endsWith(".") || line.endsWith("?") ? line : line + ".";
    }

    static String deals(DealType type) {
        return switch (type) {
            case NEW_BUSINESS -> "new business";
            case RENEWAL -> "renewals";
        };
    }
}
