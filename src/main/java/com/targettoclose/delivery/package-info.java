/** Telling another system what happened: every entry of every ledger, in its order, at least once. */
@ApplicationModule(allowedDependencies = {"ledger", "opportunity", "conversation", "background", "export", "problem"})
@NullMarked
package com.targettoclose.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
