package com.targettoclose;

import java.time.Clock;
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

    /** Starts the application; arguments are Spring Boot's. */
    public static void main(String[] args) {
        SpringApplication.run(TargetToCloseApplication.class, args);
    }

    /** The clock that everything reads; its zone decides which day it is. */
    @Bean
    Clock clock() {
        return Clock.systemDefaultZone();
    }
}
