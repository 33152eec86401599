package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Design;
import com.targettoclose.verifier.design.Place;
import java.util.Locale;
import java.util.stream.Stream;

/** One rule: a pure function of a design, named by what is right. */
public interface Rule {

    /** The id: the class's name in kebab-case. */
    default String id() {
        return getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    /** How much a finding weighs. */
    default Severity severity() {
        return Severity.ERROR;
    }

    /** Everything in the design that breaks the rule. A part that another rule finds missing is not looked at. */
    Stream<Finding> check(Design design);

    /** A finding of this rule. */
    default Finding finding(Place place, String harm, String remedy) {
        return new Finding(id(), severity(), place, harm, remedy);
    }
}
