/** Estimates with their intervals. Pure: counts in, numbers out; every interval is one of 95 %. */
@NamedInterface("statistics")
@NullMarked
package com.targettoclose.report.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
