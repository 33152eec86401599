/** Work that nodes do by themselves: who has it, and when they look for it. */
@ApplicationModule(allowedDependencies = "conversation")
@NullMarked
package com.targettoclose.background;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
