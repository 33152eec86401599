/** What nobody may ask of the engine: code in diagrams and queries, and every way around a conversation or a gate. */
@NamedInterface("guard")
@NullMarked
package com.targettoclose.security.guard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
