package com.targettoclose.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often somebody may be wrong about a password, {@code t2c.throttle.*}. Each node counts for itself.
 *
 * @param attempts wrong passwords for one user from one address, before there is a wait
 * @param attemptEvery how soon one more is allowed then
 * @param attemptsFromAddress wrong passwords from one address, whoever they are for: an office can share one
 * @param attemptFromAddressEvery how soon one more is allowed then
 * @param recapsFromAddress links to recaps that open nothing, tried from one address, before there is a wait
 * @param recapFromAddressEvery how soon one more is allowed then
 */
@ConfigurationProperties("t2c.throttle")
record ThrottleSettings(
        @DefaultValue("5") int attempts,
        @DefaultValue("1m") Duration attemptEvery,
        @DefaultValue("60") int attemptsFromAddress,
        @DefaultValue("5s") Duration attemptFromAddressEvery,
        @DefaultValue("60") int recapsFromAddress,
        @DefaultValue("2s") Duration recapFromAddressEvery) {

    /** @throws IllegalArgumentException where nobody could ever sign in, or guessing would be free */
    ThrottleSettings {
        if (attempts < 1
                || attemptsFromAddress < 1
                || recapsFromAddress < 1
                || !positive(attemptEvery)
                || !positive(attemptFromAddressEvery)
                || !positive(recapFromAddressEvery)) {
            throw new IllegalArgumentException("Every setting of t2c.throttle has to be above zero.");
        }
    }

    private static boolean positive(Duration time) {
        return !time.isNegative() && !time.isZero();
    }
}
