/** The trust report for those who lead: as a page, as tables to take away, and over HTTP. */
@ApplicationModule(
        allowedDependencies = {
            "report :: facts",
            "report :: figures",
            "report :: statistics",
            "process :: people",
            "process :: reviews",
            "process :: roadmap",
            "edition",
            "verifier :: design",
            "opportunity",
            "conversation",
            "problem"
        })
@NullMarked
package com.targettoclose.trust;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
