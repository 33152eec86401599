/** What if: the ledgers of all deals held against an edition, or files that are not deployed yet. Nothing of a deal is written. */
@ApplicationModule(
        allowedDependencies = {
            "edition",
            "verifier",
            "verifier::design",
            "process::roadmap",
            "process::stage",
            "gate",
            "ledger",
            "opportunity",
            "conversation",
            "problem",
            "background"
        })
@NullMarked
package com.targettoclose.replay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
