package com.targettoclose.trust;

import java.util.List;

/**
 * A table of the report, as the page shows it and as a file holds it.
 *
 * @param id its place on the page and its name as a file
 * @param title the question it answers
 * @param answer the answer in a sentence or two
 * @param note how to read it
 * @param picture what the bars show; empty where there are none
 * @param columns the heads, the first of which is that of the lines' labels
 */
record Sheet(
        String id, String title, String answer, String note, String picture, List<String> columns, List<Line> lines) {}
