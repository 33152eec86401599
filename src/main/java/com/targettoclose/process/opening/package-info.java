/** Opening opportunities: from Tasklist, over HTTP, and those that another system brings. */
@NamedInterface("opening")
@NullMarked
package com.targettoclose.process.opening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
