package com.targettoclose.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of passwords, {@code t2c.passwords.*}.
 *
 * @param cost the work factor of bcrypt: one more doubles the time that a check takes. Below 10 is for tests
 * @param rememberFor how long a password that was right is not worked out again, for programs that send it with every
 *     call; a changed password, group or user counts at once all the same
 */
@ConfigurationProperties("t2c.passwords")
record PasswordSettings(
        @DefaultValue("12") int cost, @DefaultValue("5m") Duration rememberFor) {

    private static final int LEAST = 4;
    private static final int MOST = 16;

    /** @throws IllegalArgumentException where bcrypt knows no such cost, or nobody would wait for it */
    PasswordSettings {
        if (cost < LEAST || cost > MOST) {
            throw new IllegalArgumentException(
                    "Set t2c.passwords.cost to a number from " + LEAST + " to " + MOST + "; 12 is a good one.");
        }
    }
}
