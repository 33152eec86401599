package com.targettoclose.process.requests;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How stalled deals are looked for.
 *
 * @param answerDays within how many days a manager advises; then it is for the sales leaders
 * @param atOnce how many deals are handled in one transaction
 */
@ConfigurationProperties("t2c.coaching")
record CoachingSettings(
        @DefaultValue("7") int answerDays,
        @DefaultValue("100") int atOnce) {}
