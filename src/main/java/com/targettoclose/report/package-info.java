/** Whether the process works: read models of the ledger, the figures made of them, and how sure each is. */
@ApplicationModule(allowedDependencies = {"gate", "ledger", "opportunity", "conversation", "background"})
@NullMarked
package com.targettoclose.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
