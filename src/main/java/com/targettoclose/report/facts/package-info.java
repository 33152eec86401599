/** The read models: what the ledger says of every deal, laid out so that it can be counted. */
@NamedInterface("facts")
@NullMarked
package com.targettoclose.report.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
