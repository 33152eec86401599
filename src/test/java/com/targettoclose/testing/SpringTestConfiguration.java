package com.targettoclose.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** What every Spring test has besides the application. */
@TestConfiguration(proxyBeanMethods = false)
@Import({Jobs.class, Deals.class, Books.class, DiagramCoverage.Plugin.class})
public class SpringTestConfiguration {

    @Bean
    @Primary
    TestClock testClock() {
        var clock = new TestClock();
        clock.reset();
        return clock;
    }
}
