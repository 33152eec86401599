package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Design;
import com.targettoclose.verifier.design.Place;
import java.util.stream.Stream;

/** No code, script, connector, foreign bean or unknown extension: the ids of its findings begin with {@code code-}. */
final class NoCode implements Rule {

    @Override
    public Stream<Finding> check(Design design) {
        return design.code().stream()
                .map(it -> new Finding(
                        it.rule().id(),
                        severity(),
                        new Place(it.resource(), it.element(), null),
                        it.said() + " " + it.rule().harm(),
                        it.rule().remedy()));
    }
}
