package com.targettoclose.crmimport;

import java.util.List;

/** What the next look into a CSV file found. */
sealed interface CsvRead {

    /**
     * A row.
     *
     * @param line the line it begins on; the file's first is 1
     * @param whole false where its end cannot be found: then its one field is how its first line begins
     */
    record Row(long line, List<String> fields, boolean whole) implements CsvRead {

        /** Why its end cannot be found. */
        static final String NO_END = "a quote is not closed where its field ends, or the row is longer than "
                + CsvRows.LONGEST_ROW + " characters, or a field than " + CsvRows.LONGEST_FIELD + ".";

        public Row {
            fields = List.copyOf(fields);
        }
    }

    /** The end of the file. */
    record End() implements CsvRead {}

    /**
     * From here on nobody reads the file any more: too many rows have no end.
     *
     * @param line where the next of them would begin
     */
    record Broken(long line) implements CsvRead {

        String sentence() {
            return "More than " + CsvRows.MOST_RESTARTS + " rows have no end; the next is on line " + line
                    + ". Mend their quotes and send the file again: what is here already stays unchanged.";
        }
    }
}
