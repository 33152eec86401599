package com.targettoclose.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what names people is kept, {@code t2c.keep.*}; 0 for as long as the database.
 *
 * @param rejectedRows what rows of an import held that were rejected, and its file of teams, after the end of the import
 * @param callNotes what somebody prepared for a call, after the end of the deal
 * @param words names and words beside the ledger, after the end of the deal
 * @param background whether this node deletes what is older
 * @param lookEvery how often it looks
 * @param batch how much it deletes in one transaction
 */
@ConfigurationProperties("t2c.keep")
record RetentionSettings(
        @DefaultValue("90d") Duration rejectedRows,
        @DefaultValue("365d") Duration callNotes,
        @DefaultValue("0") Duration words,
        @DefaultValue("true") boolean background,
        @DefaultValue("1h") Duration lookEvery,
        @DefaultValue("500") int batch) {

    /** @throws IllegalArgumentException where more would be deleted than anybody means */
    RetentionSettings {
        check("rejected-rows", rejectedRows);
        check("call-notes", callNotes);
        check("words", words);
        if (batch < 1) {
            throw new IllegalArgumentException("t2c.keep.batch has to be at least 1.");
        }
    }

    private static void check(String name, Duration kept) {
        if (!kept.isZero() && kept.toDays() < 1) {
            throw new IllegalArgumentException(
                    "Set t2c.keep." + name + " to one day or more, such as 90d, or to 0 to keep it all.");
        }
    }
}
