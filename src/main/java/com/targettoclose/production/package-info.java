/** What a start with the profile {@code production} insists on. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package com.targettoclose.production;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
