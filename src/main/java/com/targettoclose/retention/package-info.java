/** How long what names people and is no evidence is kept, and deleting it then. */
@ApplicationModule(allowedDependencies = {"ledger", "opportunity", "background"})
@NullMarked
package com.targettoclose.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
