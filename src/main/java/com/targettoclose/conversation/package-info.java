/** What a conversation with a client must generate, and whether an answer counts as evidence. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package com.targettoclose.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
