/** Opening, reading and changing opportunities over HTTP. */
@NullMarked
package com.targettoclose.pipeline;

import org.jspecify.annotations.NullMarked;
