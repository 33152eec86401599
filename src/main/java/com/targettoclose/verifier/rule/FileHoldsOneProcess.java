package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Design;
import com.targettoclose.verifier.design.Diagram;
import com.targettoclose.verifier.design.Place;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file holds one process, and the engine runs it. */
final class FileHoldsOneProcess implements Rule {

    @Override
    public Stream<Finding> check(Design design) {
        Map<String, List<Diagram>> byFile =
                design.diagrams().stream().collect(Collectors.groupingBy(Diagram::resource));
        return design.diagramFiles().stream()
                .filter(file -> !holdsOne(byFile.getOrDefault(file, List.of())))
                .map(file -> finding(
                        new Place(file, file, null),
                        "The engine would leave out a process that is not executable, and nobody finds a second one in"
                                + " the same file.",
                        "Keep one process a file, and make it executable."));
    }

    private static boolean holdsOne(List<Diagram> diagrams) {
        return diagrams.size() == 1 && diagrams.get(0).process().isExecutable();
    }
}
