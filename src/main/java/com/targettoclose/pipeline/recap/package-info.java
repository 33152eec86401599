/** The client's own word: a page behind a signed link on which a client reads, confirms or corrects what was recorded. */
@NullMarked
package com.targettoclose.pipeline.recap;

import org.jspecify.annotations.NullMarked;
