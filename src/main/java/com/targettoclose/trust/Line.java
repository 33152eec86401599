package com.targettoclose.trust;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a table.
 *
 * @param link where the deals behind it are; null where there is no such list
 * @param bar the same as a picture; null where there is too little for one
 */
record Line(String label, @Nullable String link, @Nullable Bar bar, List<String> cells) {}
