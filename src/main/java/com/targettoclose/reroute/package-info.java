/** Moves open opportunities to another edition, in the background: dry run, progress, pause, and a report of each. */
@ApplicationModule(
        allowedDependencies = {
            "edition",
            "process",
            "process::changes",
            "process::roadmap",
            "opportunity",
            "conversation",
            "problem",
            "background"
        })
@NullMarked
package com.targettoclose.reroute;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
