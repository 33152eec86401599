/** What things cost: printed, never asserted. Run by {@code ./mvnw -Pbenchmark test}. */
package com.targettoclose.benchmark;
