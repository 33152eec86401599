package com.targettoclose.process.startforms;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a start form can let people choose from: its field names the source as input data ({@code valuesKey}), and the
 * options are filled in when it is opened. Opportunities are one's own and those of one's team.
 */
enum ChoiceSource {
    /** Being pursued. */
    OPEN_OPPORTUNITIES("openOpportunities"),
    /** Being pursued, or won and being carried out. */
    RUNNING_OPPORTUNITIES("runningOpportunities"),
    /** Ended without a win. */
    ENDED_OPPORTUNITIES("endedOpportunities"),
    /** What the client of the chosen opportunity has given. */
    ITEMS_HELD("itemsHeld"),
    /** What the client of the chosen opportunity has not given, on the whole roadmap. */
    ITEMS_NOT_HELD("itemsNotHeld"),
    /** What the chosen opportunity owes where it stands and somebody may waive. */
    ITEMS_TO_WAIVE("itemsToWaive"),
    /** Why a pursuit can end in the chosen way. */
    CLOSING_REASONS("closingReasons"),
    /** Who sells: reps, managers, leaders. */
    COLLEAGUES("colleagues"),
    /** The reps whom one leads. */
    TEAM("team");

    private final String valuesKey;

    ChoiceSource(String valuesKey) {
        this.valuesKey = valuesKey;
    }

    static Optional<ChoiceSource> of(String valuesKey) {
        return Arrays.stream(values())
                .filter(source -> source.valuesKey.equals(valuesKey))
                .findFirst();
    }
}
