package com.targettoclose.process;

import com.targettoclose.TargetToCloseApplication;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.testing.Jobs;
import com.targettoclose.testing.SpringTest;
import com.targettoclose.testing.SpringTestConfiguration;
import com.targettoclose.testing.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Random walks in a process that somebody may kill: a file tells which steps were taken, and the next process goes on there.
 * The step in which the last one ended is found in the ledger as a whole, or not at all.
 */
final class WalkInItsOwnProcess {

    /** What the last line of the file says once all walks have come to their ends. */
    static final String DONE = "done";

    private final BeanFactory beans;
    private final Path file;
    private final TestClock clock;
    private final Ledger ledger;
    private final WalkCheck check;

    private WalkInItsOwnProcess(BeanFactory beans, Path file) {
        this.beans = beans;
        this.file = file;
        this.clock = beans.getBean(TestClock.class);
        this.ledger = beans.getBean(Ledger.class);
        this.check = WalkCheck.of(beans);
    }

    /**
     * A walk and how far it got.
     *
     * @param taken how many steps were taken, the opening not counted
     * @param entries how many entries its ledger had then
     * @param step the last of them
     */
    private record Place(long seed, String deal, int taken, int entries, String step) {

        static Place read(String line) {
            var parts = line.split(" ", 5);
            return new Place(
                    Long.parseLong(parts[0]),
                    parts[1],
                    Integer.parseInt(parts[2]),
                    Integer.parseInt(parts[3]),
                    parts[4]);
        }

        @Override
        public String toString() {
            return seed + " " + deal + " " + taken + " " + entries + " " + step;
        }
    }

    /** Walks: the file, how many walks, and the application's own arguments. */
    public static void main(String[] sent) throws IOException {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            failure.printStackTrace();
            Runtime.getRuntime().halt(1);
        });
        var settings = Objects.requireNonNull(
                AnnotatedElementUtils.findMergedAnnotation(SpringTest.class, SpringBootTest.class));
        var arguments = Stream.of(
                        Arrays.stream(settings.properties()).map("--"::concat),
                        Stream.of("--server.port=0"),
                        Arrays.stream(sent).skip(2))
                .flatMap(all -> all)
                .toArray(String[]::new);
        var application = new SpringApplicationBuilder(TargetToCloseApplication.class, SpringTestConfiguration.class)
                .run(arguments);
        new WalkInItsOwnProcess(application, Path.of(sent[0])).walkAll(Long.parseLong(sent[1]));
        application.close();
        Runtime.getRuntime().halt(0);
    }

    private void walkAll(long walks) throws IOException {
        var lines = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
        long next = 1;
        if (!lines.isEmpty()) {
            var places = lines.stream().map(Place::read).toList();
            var place = places.get(places.size() - 1);
            walkOn(goBackTo(place, places), place);
            next = place.seed() + 1;
        }
        for (long seed = next; seed <= walks; seed++) {
            clock.reset();
            var walker = new Walker(RealDoors.of(beans), seed);
            walkOn(walker, note(walker, seed));
        }
        note(DONE);
    }

    private void walkOn(Walker walker, Place from) throws IOException {
        try {
            check.agrees(walker);
            walker.goThrough(RealDoors.of(beans));
            while (walker.steps().size() <= RandomWalkTests.STEPS) {
                walker.step();
                check.agrees(walker);
                note(walker, from.seed());
            }
            if (!ledger.check(walker.deal).holds()) {
                throw new AssertionError("The chain does not hold: " + ledger.check(walker.deal));
            }
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("After " + from + "\n" + walker.told(), e);
        }
    }

    /** Takes the steps of a walk again, as far as they were taken: the one in between too if the ledger knows it. */
    private Walker goBackTo(Place place, List<Place> places) throws IOException {
        clock.reset();
        var walker = new Walker(WalkedDoors.of(place.deal(), ledger, clock), place.seed());
        for (int n = 0; n < place.taken(); n++) {
            walker.step();
        }
        var then = places.stream().filter(it -> it.seed() == place.seed()).map(Place::step);
        if (!then.toList().equals(walker.steps())) {
            throw new AssertionError("These steps were taken, and others are told:\n" + places + "\n" + walker.told());
        }
        int entries = ledger.history(place.deal()).entries().size();
        if (entries < place.entries()) {
            throw new AssertionError("Of " + place.entries() + " entries " + entries + " are left: " + place);
        }
        if (entries > place.entries()) {
            beans.getBean(Jobs.class).run(place.deal());
            walker.step();
            note(walker, place.seed());
        }
        return walker;
    }

    private Place note(Walker walker, long seed) throws IOException {
        int taken = walker.steps().size() - 1;
        var place = new Place(
                seed,
                walker.deal,
                taken,
                ledger.history(walker.deal).entries().size(),
                walker.steps().get(taken));
        note(place.toString());
        return place;
    }

    private void note(String line) throws IOException {
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
