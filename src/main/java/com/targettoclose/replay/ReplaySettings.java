package com.targettoclose.replay;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of replays, {@code t2c.replay.*}.
 *
 * @param background whether this node works on replays
 * @param lookEvery how often a node looks for replays that nobody works on
 * @param lease how long a replay stays with a node that shows no progress, before another begins it anew
 * @param batch deals read at once
 */
@ConfigurationProperties("t2c.replay")
record ReplaySettings(
        @DefaultValue("true") boolean background,
        @DefaultValue("5s") Duration lookEvery,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("500") int batch) {}
