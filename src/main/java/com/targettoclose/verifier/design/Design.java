package com.targettoclose.verifier.design;

import com.targettoclose.process.Contract;
import com.targettoclose.security.guard.Violation;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Diagrams, decision tables and forms that are judged together. Whatever they hold, reading them throws nothing. */
public final class Design {

    private final Map<String, Part> parts;
    private final List<Diagram> diagrams;
    private final List<Table> tables;
    private final List<Form> forms;
    private final List<Stage> stages;
    private final List<Road> roads;
    private final Optional<Criteria> criteria;

    private Design(Map<String, Part> parts) {
        this.parts = Collections.unmodifiableMap(parts);
        this.diagrams = all(Part::diagrams);
        this.tables = all(Part::tables);
        this.forms = all(Part::forms);
        this.stages = diagrams.stream().filter(Diagram::isStage).map(Stage::new).toList();
        this.roads = diagrams.stream().filter(Diagram::isRoadmap).map(Road::new).toList();
        this.criteria = tables(Contract.EXIT_CRITERIA).stream().findFirst().map(Criteria::new);
    }

    private <T> List<T> all(Function<Part, List<T>> of) {
        return parts.values().stream().map(of).flatMap(List::stream).toList();
    }

    /** Reads files, by name. */
    public static Design read(Map<String, byte[]> files) {
        return new Design(Map.of()).of(files);
    }

    /** These files; those that this design holds already, with the same content, are not read again. */
    public Design of(Map<String, byte[]> files) {
        Map<String, Part> read = new TreeMap<>();
        files.forEach((resource, bytes) -> {
            var known = parts.get(resource);
            read.put(
                    resource, known != null && Arrays.equals(known.bytes(), bytes) ? known : new Part(resource, bytes));
        });
        return new Design(read);
    }

    /** The names of all files, whatever they hold. */
    public Set<String> files() {
        return parts.keySet();
    }

    /** Whether another design holds this file, too, with the same content. */
    public boolean shares(String resource, Design other) {
        var mine = parts.get(resource);
        var theirs = other.parts.get(resource);
        return mine != null && theirs != null && Arrays.equals(mine.bytes(), theirs.bytes());
    }

    /** The files of diagrams that could be read. */
    public List<String> diagramFiles() {
        return names(Part::isDiagram);
    }

    /** The files of diagrams that use the engine's old spelling of its extensions. */
    public List<String> oldSpellings() {
        return names(Part::oldSpelling);
    }

    private List<String> names(Predicate<Part> of) {
        return parts.entrySet().stream()
                .filter(part -> of.test(part.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Code, and what could be. */
    public List<Violation> code() {
        return all(Part::code);
    }

    /** Whether it brings a roadmap and everything that its gates, endings and diagrams refer to. */
    public boolean standsAlone() {
        return !roads.isEmpty()
                && criteria.isPresent()
                && !tables(Contract.CLOSING_REASONS).isEmpty()
                && diagrams.stream().allMatch(this::hasWhatItRefersTo);
    }

    private boolean hasWhatItRefersTo(Diagram diagram) {
        return diagram.formRefs().allMatch(id -> form(id).isPresent())
                && diagram.calledElements().allMatch(id -> diagram(id).isPresent());
    }

    /** Every process of every diagram. */
    public List<Diagram> diagrams() {
        return diagrams;
    }

    /** The process with this id. */
    public Optional<Diagram> diagram(String id) {
        return diagrams.stream().filter(diagram -> diagram.id().equals(id)).findFirst();
    }

    /** The stages. */
    public List<Stage> stages() {
        return stages;
    }

    /** The stage of this name. */
    public Optional<Stage> stage(String name) {
        return stages.stream().filter(stage -> stage.name().equals(name)).findFirst();
    }

    /** The roadmaps. */
    public List<Road> roads() {
        return roads;
    }

    /** Every decision. */
    public List<Table> tables() {
        return tables;
    }

    /** Every decision of this id; more than one where files contradict each other. */
    public List<Table> tables(String id) {
        return tables.stream().filter(table -> table.id().equals(id)).toList();
    }

    /** The exit criteria; empty where there is no such table. */
    public Optional<Criteria> criteria() {
        return criteria;
    }

    /** Every form. */
    public List<Form> forms() {
        return forms;
    }

    /** The form with this id. */
    public Optional<Form> form(String id) {
        return forms.stream().filter(form -> form.id().equals(id)).findFirst();
    }

    /** What could not be read. */
    public List<Unread> unread() {
        return all(Part::unread);
    }
}
