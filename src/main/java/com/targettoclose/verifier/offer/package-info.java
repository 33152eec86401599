/** What a redesign still lacks, written out: forms that fit their conversations, rows for what no gate requires. */
@NamedInterface("offer")
@NullMarked
package com.targettoclose.verifier.offer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
