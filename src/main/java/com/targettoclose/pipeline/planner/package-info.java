/** The call planner: one page to print before a call, what the rep prepares on it, and the next step for a calendar. */
@NullMarked
package com.targettoclose.pipeline.planner;

import org.jspecify.annotations.NullMarked;
