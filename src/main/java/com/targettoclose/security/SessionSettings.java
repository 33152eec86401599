package com.targettoclose.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of sessions, {@code t2c.sessions.*}. How long an idle one lasts is Boot's {@code server.servlet.session.timeout};
 * a page that is left open asks for news by itself and is never idle, which is what {@code longest} is for.
 *
 * @param longest after which time somebody signs in again, however busy the session is
 * @param recheckEvery how soon a changed password, a group given or taken, or a deleted user counts in a session
 * @param most sessions a user can have at once on one node; one more ends the oldest
 */
@ConfigurationProperties("t2c.sessions")
record SessionSettings(
        @DefaultValue("12h") Duration longest,
        @DefaultValue("10s") Duration recheckEvery,
        @DefaultValue("10") int most) {}
