package com.targettoclose.chaos;

import com.targettoclose.TargetToCloseApplication;
import java.time.Clock;
import java.time.Duration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The application on a machine whose clock is wrong, by {@code -Dskew=PT10M}: ours and the engine's, which are all that it asks. */
public final class SkewedApplication {

    private static final Duration SKEW = Duration.parse(System.getProperty("skew", "PT0S"));

    private SkewedApplication() {}

    public static void main(String[] arguments) {
        ClockUtil.offset(SKEW.toMillis());
        new SpringApplicationBuilder(TargetToCloseApplication.class, WrongClock.class).run(arguments);
    }

    @TestConfiguration
    static class WrongClock {

        @Bean
        @Primary
        Clock wrongClock() {
            return Clock.offset(Clock.systemDefaultZone(), SKEW);
        }
    }
}
