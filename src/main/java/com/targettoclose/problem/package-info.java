/** Turns refusals and faulty requests into problem details (RFC 9457). */
@ApplicationModule(allowedDependencies = {"conversation"})
@NullMarked
package com.targettoclose.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
