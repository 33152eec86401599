package com.targettoclose.trust;

import com.targettoclose.process.reviews.Review.Kind;
import com.targettoclose.process.reviews.ReviewCount;
import com.targettoclose.trust.Labels.Names;
import java.util.ArrayList;
import java.util.List;

/** Whether those who lead look at the process. */
final class ReviewSheet {

    private ReviewSheet() {}

    /** The report's tables with this one behind the first, which stand in short on top of the page. */
    static List<Sheet> among(List<Sheet> sheets, List<ReviewCount> counts, Names names) {
        var all = new ArrayList<>(sheets);
        all.add(Sheets.IN_SHORT, of(counts, names));
        return all;
    }

    private static Sheet of(List<ReviewCount> counts, Names names) {
        long held = counts.stream().mapToLong(ReviewCount::held).sum();
        long notHeld = counts.stream().mapToLong(ReviewCount::notHeld).sum();
        return new Sheet(
                "reviews",
                "Do we look at it?",
                counts.isEmpty()
                        ? "No review was due yet."
                        : "Of " + (held + notHeld) + " reviews that were due " + held + " were held.",
                "A process that nobody looks at is trusted by nobody. Not held is what was not held in its time.",
                "",
                List.of("Who", "Held", "Not held", "Newest held, up to"),
                counts.stream()
                        .map(count -> new Line(
                                who(count, names),
                                null,
                                null,
                                List.of(
                                        Figure.number(count.held()),
                                        Figure.number(count.notHeld()),
                                        count.lastDay() == null
                                                ? "–"
                                                : count.lastDay().toString())))
                        .toList());
    }

    private static String who(ReviewCount count, Names names) {
        return count.kind() == Kind.LEADERS ? "Sales leaders" : names.person(count.reviewer());
    }
}
