package com.targettoclose.pipeline.page;

import com.targettoclose.opportunity.Terms;
import java.util.Locale;

/** What a deal is worth, as pages write it: {@code 50,000 USD}. */
final class Money {

    private Money() {}

    static String of(Terms terms) {
        return terms.value() == null
                ? "value unknown"
                : String.format(Locale.ROOT, "%,.0f %s", terms.value(), terms.currency());
    }
}
