package com.targettoclose.chaos;

import com.targettoclose.chaos.Rep.Habits;
import com.targettoclose.process.people.Group;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Fifty reps at work on both nodes, each with a pause between two conversations, and a journal of all they were told. */
final class SalesForce implements AutoCloseable {

    /** The first administrator's password, and everybody's. */
    static final String PASSWORD = "Only4Chaos-Everybody";

    private static final int REPS = Integer.getInteger("chaos.reps", 50);
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(10);
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(15);

    private final List<Integer> ports;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient http = HttpClient.newBuilder().executor(threads).build();
    private final Queue<Attempt> journal = new ConcurrentLinkedQueue<>();
    private final List<Rep> reps = new ArrayList<>();
    private final List<Future<?>> atWork = new ArrayList<>();
    private volatile boolean working;

    SalesForce(List<Integer> ports, Habits habits, long seed) {
        this.ports = ports;
        for (int n = 1; n <= REPS; n++) {
            var user = "seller" + n;
            var random = new Random(seed + n);
            reps.add(new Rep(user, as(user), habits, random, threads, journal::add));
        }
    }

    /** A user's program. */
    Client as(String user) {
        return new Client(http, ports, user, PASSWORD);
    }

    List<Rep> reps() {
        return reps;
    }

    /** Everything that was sent so far. */
    Collection<Attempt> journal() {
        return journal;
    }

    /** Gives every rep a user, as an administrator does. */
    void hire() {
        for (int n = 1; n <= REPS; n++) {
            hire("seller" + n, Group.REP);
        }
    }

    /** Makes a user of a group. */
    void hire(String user, Group group) {
        var admin = as("admin");
        var profile = Map.of("id", user, "firstName", "One", "lastName", user);
        require(admin.post(
                "/engine-rest/user/create", Map.of("profile", profile, "credentials", Map.of("password", PASSWORD))));
        require(admin.put("/engine-rest/group/" + group.id() + "/members/" + user, Map.of()));
    }

    private static void require(Client.Reply reply) {
        if (reply.status() != 204) {
            throw new IllegalStateException(reply.toString());
        }
    }

    /** Sends all of them to work, until {@link #rest}. */
    void work() {
        working = true;
        for (int n = 0; n < reps.size(); n++) {
            var rep = reps.get(n);
            var pauses = new Random(n);
            atWork.add(threads.submit(() -> {
                while (working) {
                    rep.act();
                    LockSupport.parkNanos((long) (pauses.nextDouble() * LONGEST_PAUSE));
                }
            }));
        }
    }

    /** Waits until so many things were sent. */
    void awaitAttempts(int many) {
        Awaitility.await("attempts").atMost(LONG_ENOUGH).until(() -> journal.size() >= many);
    }

    /** Waits until so many things more were sent. */
    void awaitMore(int many) {
        awaitAttempts(journal.size() + many);
    }

    /** Lets each end what she is at. */
    void rest() throws Exception {
        working = false;
        for (var one : atWork) {
            one.get(LONG_ENOUGH.toMinutes(), TimeUnit.MINUTES);
        }
        atWork.clear();
    }

    /** Lets all of them do something at once, and waits until each is done. */
    void each(Consumer<Rep> work) throws Exception {
        var all =
                reps.stream().map(rep -> threads.submit(() -> work.accept(rep))).toList();
        for (var one : all) {
            one.get();
        }
    }

    /** Takes every deal that is open to its end; those that do not get there are stuck. */
    List<String> finish() throws Exception {
        each(SalesForce::finish);
        return reps.stream().flatMap(rep -> rep.deals().stream()).toList();
    }

    private static void finish(Rep rep) {
        try {
            Awaitility.await()
                    .atMost(LONG_ENOUGH)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> {
                        rep.finish();
                        return rep.deals().isEmpty();
                    });
        } catch (ConditionTimeoutException e) {
            // what is left is stuck
        }
    }

    @Override
    public void close() {
        working = false;
        threads.shutdownNow();
    }
}
