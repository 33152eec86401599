/** Who did and tried what, through which door: a log beside the ledgers, and both read as one. */
@ApplicationModule(allowedDependencies = {"conversation", "problem"})
@NullMarked
package com.targettoclose.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
