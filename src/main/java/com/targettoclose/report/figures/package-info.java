/** The figures of the reports, each with its formula, its source and how sure it is; {@code docs/figures.md} lists them. */
@NamedInterface("figures")
@NullMarked
package com.targettoclose.report.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
