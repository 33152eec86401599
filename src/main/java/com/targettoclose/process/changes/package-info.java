/** What changes a deal under way: setbacks, new terms, another owner, its end, and its second start. */
@NamedInterface("changes")
@NullMarked
package com.targettoclose.process.changes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
