/** The pages before one's work begins: what this is, where to go, signing in, how the system is, and what went wrong. */
@ApplicationModule(allowedDependencies = {"process :: people", "process :: roadmap"})
@NullMarked
package com.targettoclose.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
