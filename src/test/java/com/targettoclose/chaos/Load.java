package com.targettoclose.chaos;

import com.targettoclose.chaos.Attempt.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets a sales force record so many conversations a second, and prints how long that took. */
final class Load {

    private static final long LONGEST = TimeUnit.MINUTES.toNanos(10);
    private static final long KEPT_UP = TimeUnit.SECONDS.toNanos(1);
    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int DIGITS = 3;
    private static final double MILLIS = 1e6;
    private static final double HUNDREDTH_99 = 99;

    private final SalesForce force;
    private final Installation installation;
    private final List<Histogram> parts = new ArrayList<>();

    Load(SalesForce force, Installation installation) {
        this.force = force;
        this.installation = installation;
    }

    /** Records at a rate for a while, and says whether 99 of 100 were done within a second. */
    boolean run(String what, double perSecond, long seconds) throws Exception {
        var pace = new Pace(perSecond, seconds);
        var whole = new ConcurrentHistogram(LONGEST, DIGITS);
        long sent = force.journal().size();
        force.each(rep -> record(rep, pace, whole));
        var submitted = submitted(sent);
        parts.add(whole);
        System.out.printf(
                "%-10s %5.1f/s: %5d conversations, median %.0f, 99%% %.0f, slowest %.0f ms; answer to a form: median %.0f,"
                        + " 99%% %.0f, slowest %.0f ms; %d errors; %s%n",
                what,
                perSecond,
                whole.getTotalCount(),
                whole.getValueAtPercentile(50) / MILLIS,
                whole.getValueAtPercentile(HUNDREDTH_99) / MILLIS,
                whole.getMaxValue() / MILLIS,
                submitted.getValueAtPercentile(50) / MILLIS,
                submitted.getValueAtPercentile(HUNDREDTH_99) / MILLIS,
                submitted.getMaxValue() / MILLIS,
                force.journal().stream()
                        .skip(sent)
                        .filter(it -> it.outcome() != Outcome.ACCEPTED)
                        .count(),
                memory());
        return whole.getValueAtPercentile(HUNDREDTH_99) < KEPT_UP;
    }

    /** A conversation: the deal is read, its form, and the form is sent; a deal whose gate still runs is passed over. */
    private static void record(Rep rep, Pace pace, Histogram whole) {
        for (long due = pace.next(); due >= 0; due = pace.next()) {
            long end = System.nanoTime() + LONGEST;
            while (!rep.act() && System.nanoTime() < end) {
                LockSupport.parkNanos(LOOK_AGAIN);
            }
            whole.recordValue(Math.min(LONGEST, System.nanoTime() - due));
        }
    }

    private Histogram submitted(long from) {
        var submitted = new Histogram(LONGEST, DIGITS);
        force.journal().stream()
                .skip(from)
                .filter(it -> !it.opened())
                .forEach(it -> submitted.recordValue(Math.min(LONGEST, it.nanos())));
        return submitted;
    }

    /** The last runs together. */
    void printLast(int runs) {
        var all = new Histogram(LONGEST, DIGITS);
        parts.subList(parts.size() - runs, parts.size()).forEach(all::add);
        System.out.printf(
                "Last %d: %d conversations, median %.0f, 99%% %.0f, 99.9%% %.0f, slowest %.0f ms%n",
                runs,
                all.getTotalCount(),
                all.getValueAtPercentile(50) / MILLIS,
                all.getValueAtPercentile(HUNDREDTH_99) / MILLIS,
                all.getValueAtPercentile(99.9) / MILLIS,
                all.getMaxValue() / MILLIS);
    }

    private String memory() {
        var nodes = List.of(installation.node(0), installation.node(1)).stream()
                .map(node -> resident(node.process().pid()) + " MB")
                .collect(Collectors.joining(", "));
        long database = JdbcClient.create(installation.database())
                .sql("select pg_database_size(current_database()) / 1048576")
                .query(Long.class)
                .single();
        return "nodes " + nodes + ", database " + database + " MB";
    }

    private static long resident(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                            .filter(line -> line.startsWith("VmRSS"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
