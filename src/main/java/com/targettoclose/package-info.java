/** A sales process that a sales force can trust. */
@NullMarked
package com.targettoclose;

import org.jspecify.annotations.NullMarked;
