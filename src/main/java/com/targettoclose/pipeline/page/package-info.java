/** Opportunities as pages: the list, one deal with its story, and what can be done with it. */
@NullMarked
package com.targettoclose.pipeline.page;

import org.jspecify.annotations.NullMarked;
