package com.targettoclose.ledger;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the ledger, {@code t2c.ledger.*}. A key is a secret of at least 32 characters, from the environment.
 *
 * @param key what the chain is keyed with ({@code T2C_LEDGER_KEY})
 * @param otherKeys keys whose entries and seals hold too while one key takes the place of another: the one to come, the one
 *     before ({@code T2C_LEDGER_OTHER_KEYS})
 * @param retiredKeys keys of former times, whose entries hold and whose seals do not ({@code T2C_LEDGER_RETIRED_KEYS})
 */
@ConfigurationProperties("t2c.ledger")
public record LedgerSettings(
        @DefaultValue("") String key,
        @DefaultValue List<String> otherKeys,
        @DefaultValue List<String> retiredKeys) {

    /** @throws IllegalArgumentException where there is no key, or too short a one; the message says what to do */
    public LedgerSettings {
        if (key.length() < Chain.MIN_KEY_BYTES) {
            throw new IllegalArgumentException("The ledger needs its key: set T2C_LEDGER_KEY to a secret of at least "
                    + Chain.MIN_KEY_BYTES + " characters, and keep it as long as the database.");
        }
        otherKeys = usable("T2C_LEDGER_OTHER_KEYS", otherKeys);
        retiredKeys = usable("T2C_LEDGER_RETIRED_KEYS", retiredKeys);
        var all = Stream.of(List.of(key), otherKeys, retiredKeys)
                .flatMap(List::stream)
                .toList();
        if (all.stream().distinct().count() < all.size()) {
            throw new IllegalArgumentException("A key stands in two of T2C_LEDGER_KEY, T2C_LEDGER_OTHER_KEYS and"
                    + " T2C_LEDGER_RETIRED_KEYS. Leave it in one.");
        }
    }

    private static List<String> usable(String setting, List<String> keys) {
        var some = keys.stream().filter(key -> !key.isBlank()).toList();
        if (some.stream().anyMatch(key -> key.length() < Chain.MIN_KEY_BYTES)) {
            throw new IllegalArgumentException(setting + " holds a key of fewer than " + Chain.MIN_KEY_BYTES
                    + " characters, which never was one. Set it to whole keys, with commas between.");
        }
        return some;
    }

    /** Keeps the keys out of logs. */
    @Override
    public String toString() {
        return "LedgerSettings[key=***]";
    }
}
