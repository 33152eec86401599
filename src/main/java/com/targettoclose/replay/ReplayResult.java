package com.targettoclose.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a design would change for the deals of the ledger.
 *
 * @param standing where running deals stand and would stand, most deals first; those that stay are lines too
 * @param owed what running deals would owe where they would stand, and do not owe by their own edition
 * @param owedNoMore what running deals owe where they stand by their own edition, and would not owe
 * @param wins what the design would have made of the deals that were won
 * @param otherRoadmaps running deals whose roadmap the design does not have
 */
public record ReplayResult(
        List<Standing> standing, List<Owed> owed, List<Owed> owedNoMore, Wins wins, long otherRoadmaps) {

    /**
     * Running deals of a roadmap that move alike.
     *
     * @param now the stage that holds them
     * @param then the stage that would hold them; absent where no gate would
     * @param deals how many
     * @param ids the first of them, in alphabetical order
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Standing(
            String roadmap, String now, @Nullable String then, long deals, List<String> ids) {}

    /** An item that deals would owe at a stage. */
    public record Owed(String stage, String item, String label, long deals, List<String> ids) {}

    /**
     * Deals that were won.
     *
     * @param won how many on the roadmaps of the design
     * @param held how many of them a gate before the win would have held, by what was known at the win
     * @param at by which items, most deals first; a deal can stand in several lines
     * @param before how many were won before this process: nothing says what they held
     */
    public record Wins(long won, long held, List<Owed> at, long before) {}
}
