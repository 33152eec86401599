/** What one asks and somebody else answers: waivers, and proposals to change the process. */
@NamedInterface("requests")
@NullMarked
package com.targettoclose.process.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
