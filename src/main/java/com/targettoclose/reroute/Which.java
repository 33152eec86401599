package com.targettoclose.reroute;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which open opportunities to move: those that run on another edition and fit all of this.
 *
 * @param ids none: whatever their ids
 * @param stage the one that holds them; null: any
 * @param owner who pursues them; null: anybody
 */
public record Which(
        List<String> ids, @Nullable String stage, @Nullable String owner) {

    /** All of them. */
    public static final Which ALL = new Which(List.of(), null, null);

    public Which {
        ids = List.copyOf(ids);
    }
}
