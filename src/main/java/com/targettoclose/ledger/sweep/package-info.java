/** Checks the chains of all ledgers again and again, a few at a time. */
@NamedInterface("sweep")
@NullMarked
package com.targettoclose.ledger.sweep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
