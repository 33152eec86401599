/** The Camunda side: the contract of the diagrams, delegates, listeners, the form handler, starting and correlating. */
@ApplicationModule(allowedDependencies = {"gate", "ledger", "opportunity", "conversation"})
@NullMarked
package com.targettoclose.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
