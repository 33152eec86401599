/** Who sells and who leads whom: users, groups and teams, what each may do to an opportunity, and whose task a task is. */
@NamedInterface("people")
@NullMarked
package com.targettoclose.process.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
