/** Judges what is to be deployed: whether a redesign keeps every deal from slipping past a gate, and from getting stuck. */
@ApplicationModule(
        allowedDependencies = {
            "process",
            "process::roadmap",
            "process::stage",
            "gate",
            "opportunity",
            "conversation",
            "security::guard",
            "problem"
        })
@NullMarked
package com.targettoclose.verifier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
