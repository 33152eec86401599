package com.targettoclose.production;

import java.util.List;

/** The application does not start in production as it is set up. Has every reason. */
final class UnfitForProduction extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> faults;

    UnfitForProduction(List<String> faults) {
        super("This is not fit for production.");
        this.faults = List.copyOf(faults);
    }

    /** What is missing or unsafe, each with what to do. */
    List<String> faults() {
        return faults;
    }
}
