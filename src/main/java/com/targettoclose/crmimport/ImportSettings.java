package com.targettoclose.crmimport;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the import, {@code t2c.import.*}.
 *
 * @param background whether this node works on imports
 * @param lookEvery how often a node looks for imports that nobody works on
 * @param lease how long an import stays with a node that shows no progress, before another takes over
 * @param batch rows a transaction, at most
 * @param openBatch open deals a transaction, at most: each starts its roadmap and runs its gates
 */
@ConfigurationProperties("t2c.import")
public record ImportSettings(
        @DefaultValue("true") boolean background,
        @DefaultValue("5s") Duration lookEvery,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("500") int batch,
        @DefaultValue("50") int openBatch) {}
