package com.targettoclose.verifier.offer;

import com.targettoclose.verifier.design.Design;
import com.targettoclose.verifier.design.Diagram;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be offered to a design. */
public final class Offers {

    private Offers() {}

    /** Forms in the order of the diagrams, then the table of exit criteria. Whatever the design holds, this throws nothing. */
    public static List<Offer> of(Design design) {
        return Stream.concat(
                        design.diagrams().stream()
                                .flatMap(Diagram::conversations)
                                .map(task -> FittingForm.of(design, task))
                                .flatMap(Optional::stream),
                        MissingRows.of(design).stream())
                .toList();
    }
}
