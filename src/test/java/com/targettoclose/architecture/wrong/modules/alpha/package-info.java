/** A module that may use nothing. */
@ApplicationModule(allowedDependencies = {})
package com.targettoclose.architecture.wrong.modules.alpha;

import org.springframework.modulith.ApplicationModule;
