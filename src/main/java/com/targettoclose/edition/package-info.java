/** Editions: numbered, complete sets of diagrams, table and forms. A leader commits to one before new deals start on it. */
@ApplicationModule(
        allowedDependencies = {
            "verifier",
            "verifier::design",
            "process",
            "process::roadmap",
            "process::stage",
            "process::people",
            "process::requests",
            "process::conversations",
            "ledger",
            "gate",
            "opportunity",
            "conversation",
            "problem",
            "report::facts"
        })
@NullMarked
package com.targettoclose.edition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
