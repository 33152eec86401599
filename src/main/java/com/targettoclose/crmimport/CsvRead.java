package com.targettoclose.crmimport;

import java.util.List;

/** What the next look into a CSV file found. */
sealed interface CsvRead {

    /**
     * A row.
     *
     * @param line the line it begins on; the file's first is 1
     * @param open whether it ends with the file inside a quote that is never closed
     */
    record Row(long line, List<String> fields, boolean open) implements CsvRead {

        public Row {
            fields = List.copyOf(fields);
        }
    }

    /** The end of the file. */
    record End() implements CsvRead {}

    /**
     * From here on the file cannot be read.
     *
     * @param afterLine the line on which the last readable row begins; 0 where there is none
     */
    record Broken(long afterLine) implements CsvRead {

        String sentence() {
            return "The row after line " + afterLine + " is longer than " + CsvRows.LONGEST_ROW
                    + " characters, or holds a field longer than " + CsvRows.LONGEST_FIELD
                    + ". Probably a quote is opened there and never closed. Mend it and send the file again:"
                    + " what is here already stays unchanged.";
        }
    }
}
