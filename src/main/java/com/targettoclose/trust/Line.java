package com.targettoclose.trust;

import com.targettoclose.report.figures.Behind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a table.
 *
 * @param behind the deals behind it; null where there are none to list
 * @param bar the same as a picture; null where there is too little for one
 */
record Line(String label, @Nullable Behind behind, @Nullable Bar bar, List<String> cells) {}
