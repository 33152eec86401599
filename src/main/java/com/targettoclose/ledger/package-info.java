/** The append-only evidence ledger: its entries, their keyed chain, and what is held. */
@ApplicationModule(allowedDependencies = {"opportunity", "conversation", "audit", "background"})
@NullMarked
package com.targettoclose.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
