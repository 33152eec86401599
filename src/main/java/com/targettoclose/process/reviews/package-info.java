/** Process reviews: leaders, and managers for their team, look again and again at whether the process works, and decide. */
@NamedInterface("reviews")
@NullMarked
package com.targettoclose.process.reviews;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
