package com.targettoclose.verifier;

import com.targettoclose.verifier.design.Design;
import com.targettoclose.verifier.design.Files;
import com.targettoclose.verifier.rule.Finding;
import com.targettoclose.verifier.rule.Rules;
import com.targettoclose.verifier.rule.Severity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Files that somebody proposes, and what they make together with what is deployed. Files that bring everything that they
 * refer to are judged alone; what others lack is taken from the newest that is deployed.
 */
final class Redesign {

    private final Map<String, byte[]> missing;
    private final Design proposed;
    private final Design whole;

    /**
     * Proposes files.
     *
     * @param standing what is deployed; only asked where the files do not stand by themselves
     */
    Redesign(Map<String, byte[]> files, Supplier<Map<String, byte[]>> standing) {
        this.proposed = Design.read(files);
        this.missing = proposed.standsAlone() ? Map.of() : missing(files, standing.get());
        Map<String, byte[]> all = new TreeMap<>(missing);
        all.putAll(files);
        this.whole = proposed.of(all);
    }

    private static Map<String, byte[]> missing(Map<String, byte[]> files, Map<String, byte[]> standing) {
        Map<String, byte[]> missing = new TreeMap<>(standing);
        files.keySet().forEach(name -> missing.remove(Files.baseName(name)));
        return missing;
    }

    /** What the rules have against it, errors first. */
    List<Finding> findings() {
        return Rules.check(whole);
    }

    /** What keeps it from being deployed. */
    List<Finding> errors() {
        return findings().stream().filter(it -> it.severity() == Severity.ERROR).toList();
    }

    /**
     * The files that have to be deployed with it: diagrams are bound to what they came with. A table or forms alone
     * mend what runs, and bring nothing along.
     */
    Map<String, byte[]> toBringAlong() {
        return proposed.needsCompany() ? missing : Map.of();
    }
}
