/** How long what names people and is no evidence is kept, and deleting it then; and giving back the room of what was deleted. */
@ApplicationModule(allowedDependencies = {"ledger", "opportunity", "background"})
@NullMarked
package com.targettoclose.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
