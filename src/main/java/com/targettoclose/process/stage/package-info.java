/** The machinery of a stage: exit criteria from their table, where a deal stands, the gate, and the tasks that it opens and makes moot. */
@NamedInterface("stage")
@NullMarked
package com.targettoclose.process.stage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
