/** What changed from one design to the next, in sentences for people who lead sales, and whether a gate asks less. */
@NamedInterface("difference")
@NullMarked
package com.targettoclose.edition.difference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
