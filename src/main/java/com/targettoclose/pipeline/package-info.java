/** Opening, reading and changing opportunities over HTTP. */
@ApplicationModule(allowedDependencies = {"process", "gate", "ledger", "opportunity", "conversation", "problem"})
@NullMarked
package com.targettoclose.pipeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
