/** The figures of the trust report on the diagrams that process owners edit. */
@NullMarked
package com.targettoclose.trust.diagrams;

import org.jspecify.annotations.NullMarked;
