package com.targettoclose.ledger.sweep;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the sweep, {@code t2c.sweep.*}.
 *
 * @param background whether this node takes part
 * @param lookEvery the pause between two batches
 * @param batch ledgers a batch
 */
@ConfigurationProperties("t2c.sweep")
record SweepSettings(
        @DefaultValue("true") boolean background,
        @DefaultValue("10s") Duration lookEvery,
        @DefaultValue("100") int batch) {}
