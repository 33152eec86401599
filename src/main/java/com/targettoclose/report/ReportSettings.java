package com.targettoclose.report;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the reports, {@code t2c.report.*}.
 *
 * @param background whether this node feeds the read models
 * @param lookEvery how often it looks for ledgers that have grown
 * @param creationItem the commitment that makes a target an opportunity
 */
@ConfigurationProperties("t2c.report")
public record ReportSettings(
        @DefaultValue("true") boolean background,
        @DefaultValue("2s") Duration lookEvery,
        @DefaultValue("explore") String creationItem) {}
