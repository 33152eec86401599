package com.targettoclose.reroute;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of moves, {@code t2c.reroute.*}.
 *
 * @param background whether this node works on moves
 * @param lookEvery how often a node looks for moves that nobody works on
 * @param lease how long a move stays with a node that shows no progress, before another goes on with it
 * @param batch opportunities moved between two renewals of the lease
 */
@ConfigurationProperties("t2c.reroute")
record RerouteSettings(
        @DefaultValue("true") boolean background,
        @DefaultValue("5s") Duration lookEvery,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("20") int batch) {}
