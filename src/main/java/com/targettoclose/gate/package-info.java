/** Exit criteria and the decision of a gate, held against the ledger. */
@NullMarked
package com.targettoclose.gate;

import org.jspecify.annotations.NullMarked;
