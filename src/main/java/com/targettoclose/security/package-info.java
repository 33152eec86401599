/** Who may do what: the filter chains, the groups and their rights, the first users, and the filter everybody shares. */
@ApplicationModule(
        allowedDependencies = {"process", "process :: people", "ledger", "opportunity", "conversation", "audit"})
@NullMarked
package com.targettoclose.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
