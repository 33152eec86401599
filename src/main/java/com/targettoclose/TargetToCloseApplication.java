package com.targettoclose;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.targettoclose.verifier.CommandLine;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts Target to Close. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class TargetToCloseApplication {

    /** No JSON that anybody means to send or deploy is nested more deeply. */
    private static final int DEEPEST_JSON = 100;

    static {
        // before the first reader of JSON is made, ours or the engine's
        StreamReadConstraints.overrideDefaultStreamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(DEEPEST_JSON).build());
    }

    /** Starts the application; arguments are Spring Boot's. With {@code verify} first, judges files and starts nothing. */
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(CommandLine.VERIFY)) {
            System.exit(CommandLine.verify(List.of(args).subList(1, args.length), System.out));
        }
        SpringApplication.run(TargetToCloseApplication.class, args);
    }

    /** The clock that everything reads; its zone decides which day it is. */
    @Bean
    Clock clock() {
        return Clock.systemDefaultZone();
    }
}
