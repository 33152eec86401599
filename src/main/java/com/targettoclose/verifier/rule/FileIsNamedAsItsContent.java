package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Design;
import com.targettoclose.verifier.design.Files;
import java.util.stream.Stream;

/** A file is called as what it holds, so that the next version replaces it and nothing else. */
final class FileIsNamedAsItsContent implements Rule {

    private static final String HARM =
            "The next version could not replace it: both would stay, and contradict each other.";

    @Override
    public Stream<Finding> check(Design design) {
        var diagrams = design.diagrams().stream()
                .filter(it -> !Files.stem(it.resource()).equals(it.id()))
                .map(it -> finding(it.place(), HARM, remedy(it.resource(), it.id())));
        var tables = design.tables().stream()
                .filter(it -> !Files.stem(it.resource()).equals(it.id()))
                .map(it -> finding(it.place(), HARM, remedy(it.resource(), it.id())));
        var forms = design.forms().stream()
                .filter(it -> !Files.stem(it.resource()).equals(it.id()))
                .map(it -> finding(it.place(), HARM, remedy(it.resource(), it.id())));
        return Stream.of(diagrams, tables, forms).flatMap(it -> it);
    }

    private static String remedy(String resource, String id) {
        return id.isEmpty()
                ? "Give it the id '" + Files.stem(resource) + "', as its file is called."
                : "Call the file " + id + "." + Files.kind(resource) + ", or give its content the id '"
                        + Files.stem(resource) + "'.";
    }
}
