/** What is judged: diagrams, decision tables and forms as one set, read into the terms in which rules speak. */
@NamedInterface("design")
@NullMarked
package com.targettoclose.verifier.design;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
