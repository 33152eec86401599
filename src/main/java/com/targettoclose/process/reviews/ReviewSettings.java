package com.targettoclose.process.reviews;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of process reviews, {@code t2c.review.*}. How often one is due the diagram says.
 *
 * @param answerDays within how many days one is held in time, the day it is opened included
 */
@ConfigurationProperties("t2c.review")
record ReviewSettings(@DefaultValue("5") int answerDays) {}
