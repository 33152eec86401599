/** The append-only evidence ledger: its entries, their keyed chain, and what is held. */
@NullMarked
package com.targettoclose.ledger;

import org.jspecify.annotations.NullMarked;
