/** What operations watch: how much is done and refused, what waits, and what is wrong. */
@ApplicationModule(
        allowedDependencies = {
            "ledger",
            "delivery",
            "ledger :: sweep",
            "opportunity",
            "process :: roadmap",
            "report :: facts",
            "conversation"
        })
@NullMarked
package com.targettoclose.metrics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
