package com.targettoclose.edition.difference;

import com.targettoclose.opportunity.DealType;
import com.targettoclose.verifier.design.Design;

/** What a roadmap asks of a deal before the win, held against what another asked. */
record Burden(Required before, Required after, Values values) {

    static Burden of(Design before, Design after) {
        var was = Required.by(before);
        var is = Required.by(after);
        return new Burden(was, is, Values.of(was.values(), is.values()));
    }

    /** Whether, at some deal value, something is not asked that was asked before. */
    boolean isLess(DealType type, Route was, Route is) {
        return values.steps().stream()
                .anyMatch(value ->
                        !after.items(is.toWin(), type, value).containsAll(before.items(was.toWin(), type, value)));
    }
}
