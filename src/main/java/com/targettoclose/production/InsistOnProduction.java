package com.targettoclose.production;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Looks at the settings before anything is opened: a start in production that is unsafe touches no database. */
class InsistOnProduction implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final String PROFILE = "production";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var settings = context.getEnvironment();
        if (!settings.matchesProfiles(PROFILE)) {
            return;
        }
        var faults = ProductionFaults.of(settings);
        if (!faults.isEmpty()) {
            throw new UnfitForProduction(faults);
        }
    }
}
