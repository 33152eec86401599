/** The pages of process owners: editions, what changed between two, what a redesign would do, and moving open deals. */
@ApplicationModule(
        allowedDependencies = {
            "edition",
            "replay",
            "reroute",
            "verifier",
            "verifier::offer",
            "process::people",
            "process::requests",
            "ledger",
            "conversation"
        })
@NullMarked
package com.targettoclose.redesign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
