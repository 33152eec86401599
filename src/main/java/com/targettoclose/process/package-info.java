/** The Camunda side. What diagrams and Java agree on stands here; what is done with them, in the packages below. */
@ApplicationModule(allowedDependencies = {"gate", "ledger", "opportunity", "conversation", "report :: figures"})
@NullMarked
package com.targettoclose.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
