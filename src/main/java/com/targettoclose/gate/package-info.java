/** Exit criteria and the decision of a gate, held against the ledger. */
@ApplicationModule(allowedDependencies = {"ledger", "opportunity", "conversation"})
@NullMarked
package com.targettoclose.gate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
