/** Brings a CRM's export into the ledger: open deals stand in their stage, closed ones become history. */
@ApplicationModule(
        allowedDependencies = {
            "process",
            "process :: opening",
            "process :: people",
            "process :: roadmap",
            "ledger",
            "opportunity",
            "conversation",
            "problem",
            "audit",
            "background"
        })
@NullMarked
package com.targettoclose.crmimport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
