package com.targettoclose.ledger;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the ledger, {@code t2c.ledger.*}.
 *
 * @param key the secret the chain is keyed with, at least 32 characters, from the environment ({@code T2C_LEDGER_KEY})
 */
@ConfigurationProperties("t2c.ledger")
public record LedgerSettings(@DefaultValue("") String key) {

    /** @throws IllegalArgumentException where there is no key, or too short a one; the message says what to do */
    public LedgerSettings {
        if (key.length() < Chain.MIN_KEY_BYTES) {
            throw new IllegalArgumentException("The ledger needs its key: set T2C_LEDGER_KEY to a secret of at least "
                    + Chain.MIN_KEY_BYTES + " characters, and keep it as long as the database.");
        }
    }

    /** Keeps the key out of logs. */
    @Override
    public String toString() {
        return "LedgerSettings[key=***]";
    }
}
