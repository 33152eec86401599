/** Conversations with a client: their tasks, their forms with the plan, and recording what was said. */
@NamedInterface("conversations")
@NullMarked
package com.targettoclose.process.conversations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
