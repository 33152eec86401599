/** The opportunity's row: who pursues whom for what, where it stands, and the lock that orders its changes. */
@ApplicationModule(allowedDependencies = {"conversation"})
@NullMarked
package com.targettoclose.opportunity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
