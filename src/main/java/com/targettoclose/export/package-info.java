/**
 * The ledgers as an event log for process mining: who did what to which deal when, and never what a client said. Everything of
 * one deal, with what was said, for those who may read it.
 */
@ApplicationModule(
        allowedDependencies = {
            "ledger",
            "opportunity",
            "conversation",
            "problem",
            "process::people",
            "report::facts",
            "report::simulation"
        })
@NullMarked
package com.targettoclose.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
