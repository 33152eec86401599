package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Design;
import java.util.stream.Stream;

/** Every file can be read as what its name says. */
final class FileCanBeRead implements Rule {

    @Override
    public Stream<Finding> check(Design design) {
        return design.unread().stream()
                .map(unread -> finding(
                        unread.place(),
                        "The engine could not read it either (" + unread.why() + ").",
                        "Open the file in Camunda Modeler, mend what it reports, and save it."));
    }
}
