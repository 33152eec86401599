/** Opening, reading and changing opportunities over HTTP. */
@ApplicationModule(
        allowedDependencies = {
            "process",
            "process :: changes",
            "process :: conversations",
            "process :: opening",
            "process :: people",
            "process :: requests",
            "process :: roadmap",
            "process :: stage",
            "gate",
            "ledger",
            "opportunity",
            "conversation",
            "report :: figures",
            "report :: statistics",
            "problem"
        })
@NullMarked
package com.targettoclose.pipeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
