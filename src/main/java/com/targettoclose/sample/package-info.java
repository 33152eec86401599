/** A small sample of our own making, for a first look: invented companies, each standing in another stage. */
@ApplicationModule(
        allowedDependencies = {
            "process",
            "process :: conversations",
            "process :: opening",
            "report :: simulation",
            "ledger",
            "opportunity",
            "conversation"
        })
@NullMarked
package com.targettoclose.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
