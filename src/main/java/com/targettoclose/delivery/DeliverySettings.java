package com.targettoclose.delivery;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of events to another system, {@code t2c.events.*}.
 *
 * @param url where they go, over TLS unless it is this machine; empty: nowhere
 * @param secret what their signature is made with, at least 32 characters ({@code T2C_EVENTS_SECRET})
 * @param source who sends them, as CloudEvents want it: a URI
 * @param fromTheBeginning whether the first start delivers the history too
 * @param background whether this node delivers
 * @param lookEvery how often it looks for news
 * @param timeout how long it waits for an answer
 * @param mostAttempts how often an event is tried before it waits for somebody
 */
@ConfigurationProperties("t2c.events")
public record DeliverySettings(
        @DefaultValue("") String url,
        @DefaultValue("") String secret,
        @DefaultValue("/target-to-close") String source,
        @DefaultValue("false") boolean fromTheBeginning,
        @DefaultValue("true") boolean background,
        @DefaultValue("2s") Duration lookEvery,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("50") int mostAttempts) {

    private static final int SECRET_LENGTH = 32;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** @throws IllegalArgumentException where it cannot work or is unsafe; the message says what to do */
    public DeliverySettings {
        if (!url.isEmpty()) {
            var uri = URI.create(url);
            boolean safe = "https".equals(uri.getScheme())
                    || "http".equals(uri.getScheme()) && THIS_MACHINE.contains(String.valueOf(uri.getHost()));
            if (!safe || uri.getHost() == null || uri.getUserInfo() != null) {
                throw new IllegalArgumentException(
                        "T2C_EVENTS_URL is no address that events can go to safely. Set it to"
                                + " https://host/path, without a user.");
            }
            if (secret.length() < SECRET_LENGTH) {
                throw new IllegalArgumentException("Events are signed: set T2C_EVENTS_SECRET to a secret of at least "
                        + SECRET_LENGTH + " characters, and give it to whoever receives them.");
            }
        }
        if (mostAttempts < 1) {
            throw new IllegalArgumentException("t2c.events.most-attempts has to be at least 1.");
        }
    }

    /** Whether anybody wants to know. */
    public boolean wanted() {
        return !url.isEmpty();
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "DeliverySettings[url=" + url + ", secret=***]";
    }
}
