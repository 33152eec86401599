package com.targettoclose.sample;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the sample, {@code t2c.sample.*}.
 *
 * @param simulatedDeals how many made-up deals that have ended to add, to see the reports at work
 */
@ConfigurationProperties("t2c.sample")
record SampleSettings(@DefaultValue("0") int simulatedDeals) {}
