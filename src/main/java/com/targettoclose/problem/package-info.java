/** Turns refusals and faulty requests into problem details (RFC 9457). */
@NullMarked
package com.targettoclose.problem;

import org.jspecify.annotations.NullMarked;
