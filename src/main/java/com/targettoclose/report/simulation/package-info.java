/** Made-up deals with a known truth, named simulated wherever they show: to demonstrate, to measure, and to test figures. */
@NamedInterface("simulation")
@NullMarked
package com.targettoclose.report.simulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
