package com.targettoclose.edition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.targettoclose.edition.Edition.Decided;
import com.targettoclose.edition.Edition.Decision;
import com.targettoclose.edition.Edition.State;
import com.targettoclose.edition.difference.Difference;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.verifier.design.Design;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The editions there are, what changed with each, and which files each is made of. */
@Service
public class Editions {

    private static final String SHIPPED = "It ships with the application.";
    private static final TypeReference<List<ChangeView>> CHANGES = new TypeReference<>() {};

    private final EditionTable table;
    private final ObjectMapper json;
    private final Clock clock;

    Editions(EditionTable table, ObjectMapper json, Clock clock) {
        this.table = table;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Makes a deployment the next edition. The first there is the installation commits to by itself.
     *
     * @param files all of them, by name without folders
     * @return its number; empty where nobody has to decide about it
     */
    Optional<Integer> propose(String deploymentId, @Nullable String name, String who, Map<String, byte[]> files) {
        var before = inForce();
        int number = table.nextNumber();
        var difference = before.map(it -> Difference.between(design(it), Design.read(files)))
                .orElse(new Difference(List.of()));
        var edition = new Edition(
                number,
                deploymentId,
                name,
                who,
                clock.instant(),
                before.map(Edition::number).orElse(null),
                difference.weakens(),
                State.PROPOSED,
                null);
        table.add(edition, written(difference));
        if (before.isEmpty()) {
            table.decide(number, new Decided(Decision.COMMITTED, SHIPPED, Ledger.SYSTEM, clock.instant()));
            return Optional.empty();
        }
        return Optional.of(number);
    }

    /** An edition by its number. */
    public Optional<Edition> find(int number) {
        return table.find(number);
    }

    /** The edition that a deployment holds; empty where it came before there were editions. */
    public Optional<Edition> deployed(String deploymentId) {
        return table.deployed(deploymentId);
    }

    /** The edition that new opportunities start on; empty where nothing is deployed. */
    public Optional<Edition> inForce() {
        return table.in(State.IN_FORCE).stream().findFirst();
    }

    /** The numbers of those that deals may run on, newest first. */
    public List<Integer> committed() {
        return Stream.of(State.IN_FORCE, State.COMMITTED)
                .flatMap(state -> table.in(state).stream())
                .map(Edition::number)
                .toList();
    }

    /** The edition about which a leader has to decide; empty where there is none. */
    public Optional<Edition> proposed() {
        return table.in(State.PROPOSED).stream().findFirst();
    }

    /** One page of all editions, newest first. */
    public List<Edition> page(int page, int size) {
        return table.page(page, size);
    }

    /** How many there are. */
    public long count() {
        return table.count();
    }

    /** An edition's files, by name. */
    public Map<String, byte[]> files(Edition edition) {
        return files(edition.deploymentId());
    }

    /** The files that came with a deployment, by name; none where it is gone. */
    public Map<String, byte[]> files(String deploymentId) {
        return table.files(deploymentId);
    }

    /** An edition as a design. */
    public Design design(Edition edition) {
        return Design.read(files(edition));
    }

    /** What changed between any two editions. */
    public List<ChangeView> changes(Edition before, Edition after) {
        return views(Difference.between(design(before), design(after)));
    }

    /** What changed with an edition, against the one in force when it was proposed. */
    public List<ChangeView> changes(Edition edition) {
        return changes(List.of(edition)).getOrDefault(edition.number(), List.of());
    }

    /** As {@link #changes(Edition)} for several, by their numbers. */
    public Map<Integer, List<ChangeView>> changes(List<Edition> editions) {
        return table.changes(editions.stream().map(Edition::number).toList()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> read(it.getValue())));
    }

    private static List<ChangeView> views(Difference difference) {
        return difference.changes().stream().map(ChangeView::of).toList();
    }

    private String written(Difference difference) {
        try {
            return json.writeValueAsString(views(difference));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What changed cannot be written as JSON", e);
        }
    }

    private List<ChangeView> read(String changes) {
        try {
            return json.readValue(changes, CHANGES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What changed cannot be read", e);
        }
    }
}
