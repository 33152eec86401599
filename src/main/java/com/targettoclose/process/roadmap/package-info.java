/** The diagrams as they are deployed: roadmaps, their stages and conversations, and the instances that run on them. */
@NamedInterface("roadmap")
@NullMarked
package com.targettoclose.process.roadmap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
