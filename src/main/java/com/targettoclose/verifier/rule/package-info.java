/** The rules, one a class; {@code docs/rules.md} has an entry for each. */
@NullMarked
package com.targettoclose.verifier.rule;

import org.jspecify.annotations.NullMarked;
