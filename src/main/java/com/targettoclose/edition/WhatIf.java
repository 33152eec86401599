package com.targettoclose.edition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what an edition would change for the deals there are. */
public interface WhatIf {

    /** Has the deals held against an edition, in the background. */
    void ask(int edition, String who);

    /** What is known by now of the newest time that somebody asked. */
    Known of(int edition);

    /**
     * What is known.
     *
     * @param id of the replay; null where nobody asked
     * @param says how it stands, or what came of it, in a sentence
     * @param moves where running deals would stand elsewhere, most deals first
     */
    record Known(@Nullable String id, String says, List<Move> moves) {}

    /** Deals that would stand elsewhere: by what their stages are called. */
    record Move(String now, String then, long deals) {}
}
