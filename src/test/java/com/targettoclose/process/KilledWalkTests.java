package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.testing.TestDatabase.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random walks through a process that is killed again and again at random moments: each that comes after finds every deal as
 * the model says, with the step in between as a whole or not at all. Another seed: {@code -Dkill.seed=...}.
 */
@Tag("deep")
@DisplayName("a random walk whose process is killed")
class KilledWalkTests {

    private static final int WALKS = 12;
    private static final int KILLS = 12;
    private static final int MOST_STEPS_A_LIFE = 40;
    private static final int LONGEST_STEP_MICROS = 60_000;
    private static final int MOST_MINUTES = 10;

    @TempDir
    Path folder;

    private final long seed = Long.getLong("kill.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    @DisplayName("ends as the model says on H2, in the file that ships")
    void onH2() throws Exception {
        walkAndKill(List.of());
    }

    @Test
    @DisplayName("ends as the model says on PostgreSQL")
    void onPostgres() throws Exception {
        walkAndKill(List.of(
                "--spring.datasource.url=" + Postgres.newDatabase(),
                "--spring.datasource.username=" + Postgres.USER,
                "--spring.datasource.password=" + Postgres.USER));
    }

    private void walkAndKill(List<String> arguments) throws Exception {
        System.out.println("Killed at random, seed " + seed);
        int killed = 0;
        for (int life = 1; life <= KILLS; life++) {
            int before = steps().size();
            var process = start(arguments);
            int steps = before + 1 + random.nextInt(MOST_STEPS_A_LIFE);
            while (process.isAlive() && steps().size() < steps) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(LONGEST_STEP_MICROS)));
            if (process.isAlive()) {
                killed++;
            }
            process.destroyForcibly().waitFor();
            assertThat(steps()).as(this::said).hasSizeGreaterThan(before);
        }
        var last = start(arguments);
        assertThat(last.waitFor(MOST_MINUTES, TimeUnit.MINUTES))
                .as("comes to its end")
                .isTrue();
        assertThat(last.exitValue()).as(this::said).isZero();
        assertThat(steps()).last().isEqualTo(WalkInItsOwnProcess.DONE);
        System.out.println("Killed " + killed + " times on the way through " + (steps().size() - 1) + " steps");
        assertThat(killed).isPositive();
    }

    private Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                WalkInItsOwnProcess.class.getName(),
                file().toString(),
                Integer.toString(WALKS)));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output().toFile())
                .start();
    }

    private List<String> steps() throws IOException {
        return Files.exists(file()) ? Files.readAllLines(file()) : List.of();
    }

    private String said() {
        try {
            return Files.readString(output());
        } catch (IOException e) {
            return e.toString();
        }
    }

    private Path file() {
        return folder.resolve("steps");
    }

    private Path output() {
        return folder.resolve("output");
    }
}
