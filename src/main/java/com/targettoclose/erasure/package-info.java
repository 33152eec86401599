/** Erasing what is kept of a person at a client, on request and with proof. */
@ApplicationModule(allowedDependencies = {"ledger", "opportunity", "conversation", "problem"})
@NullMarked
package com.targettoclose.erasure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
