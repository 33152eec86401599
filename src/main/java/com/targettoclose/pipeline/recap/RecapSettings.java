package com.targettoclose.pipeline.recap;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How recaps look and how long they live, {@code t2c.recap.*}.
 *
 * @param seller the name a client knows the seller by
 * @param colour one of a few, each readable on white and behind white
 * @param validFor how long a link can be answered, an hour at least
 * @param address where clients reach this application, such as {@code https://sales.example.com}; empty for the address
 *     by which whoever makes the link reaches it
 */
@ConfigurationProperties("t2c.recap")
record RecapSettings(
        @DefaultValue("Your supplier") String seller,
        @DefaultValue("teal") Colour colour,
        @DefaultValue("30d") Duration validFor,
        @DefaultValue("") String address) {

    /** Colours that can be read on white and behind white. */
    enum Colour {
        TEAL,
        BLUE,
        GREEN,
        PURPLE,
        RED,
        GREY;

        /** As the style sheet names it. */
        public String css() {
            return "brand-" + name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws IllegalArgumentException where a link could not be answered or not be reached; the message says what to do */
    RecapSettings {
        seller = seller.strip();
        if (seller.isEmpty() || seller.length() > 100) {
            throw new IllegalArgumentException("t2c.recap.seller needs a name of at most 100 characters.");
        }
        if (validFor.compareTo(Duration.ofHours(1)) < 0 || validFor.compareTo(Duration.ofDays(366)) > 0) {
            throw new IllegalArgumentException("t2c.recap.valid-for has to be between 1h and 366d.");
        }
        address = address.strip().replaceAll("/+$", "");
        if (!address.isEmpty() && !reachable(address)) {
            throw new IllegalArgumentException(
                    "t2c.recap.address has to be where clients reach this application, such as https://sales.example.com.");
        }
    }

    private static boolean reachable(String address) {
        try {
            var uri = URI.create(address);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
