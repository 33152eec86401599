package com.targettoclose.verifier;

import com.targettoclose.verifier.design.Design;
import com.targettoclose.verifier.design.Files;
import com.targettoclose.verifier.offer.Offer;
import com.targettoclose.verifier.offer.Offers;
import com.targettoclose.verifier.rule.Finding;
import com.targettoclose.verifier.rule.Rules;
import com.targettoclose.verifier.rule.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Files that somebody proposes, and what they make together with what is deployed. Files that bring everything that they
 * refer to are judged alone; what others lack is taken from the newest design that nobody declined.
 */
public final class Redesign {

    private static final int MOST_SHOWN = 100;

    private final Map<String, byte[]> missing;
    private final Design whole;

    /**
     * Proposes files.
     *
     * @param standing what is deployed; only asked where the files do not stand by themselves
     */
    Redesign(Map<String, byte[]> files, Supplier<Map<String, byte[]>> standing) {
        var proposed = Design.read(files);
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

    private List<Finding> errors() {
        return findings().stream().filter(it -> it.severity() == Severity.ERROR).toList();
    }

    /** What keeps it from being deployed, in a sentence each; empty where nothing does. */
    public Optional<String> reasons() {
        var errors = errors();
        var shown = errors.stream().limit(MOST_SHOWN).map(Finding::sentence).collect(Collectors.joining("\n"));
        int more = errors.size() - MOST_SHOWN;
        return errors.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        more > 0
                                ? shown + "\nThere are " + more + " more. POST /api/verifications lists all of them."
                                : shown);
    }

    /** What the rules have against it as it is shown, errors first. */
    public List<ViolationView> violations() {
        return findings().stream().map(ViolationView::of).toList();
    }

    /** What it still lacks, written out. */
    public List<Offer> offers() {
        return Offers.of(whole);
    }

    /** The files, and what they lack, as one design. */
    public Design whole() {
        return whole;
    }

    /** The files that are deployed with it, so that the whole is complete: diagrams are bound to what they came with. */
    public Map<String, byte[]> toBringAlong() {
        return missing;
    }
}
