package com.targettoclose.crmimport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootVersion;

/**
 * How fast the import is on the embedded default, H2 in a file, over HTTP: every row recorded and every gate settled.
 * Settings: {@code -Dt2c.benchmark.runs=3}, {@code -Dt2c.benchmark.rows=1000000}.
 */
@Tag("benchmark")
class CrmImportBenchmark {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofHours(1);

    @TempDir
    Path directory;

    @BeforeAll
    static void machine() {
        print(
                "%nMachine: %d processors, %s %s, load %.1f; Java %s, Spring Boot %s, Camunda %s, H2 %s in a file, -Xmx512m",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                load(),
                Runtime.version(),
                SpringBootVersion.getVersion(),
                ProcessEngine.class.getPackage().getImplementationVersion(),
                org.h2.engine.Constants.VERSION);
    }

    @Test
    void theExportOfARealCrm() throws Exception {
        Assumptions.assumeTrue(
                Files.exists(CrmFiles.EXPORT), "The CRM export is not at " + CrmFiles.EXPORT + ": skipped.");
        List<Double> first = new ArrayList<>();
        List<Double> second = new ArrayList<>();
        for (int run = 1; run <= Integer.getInteger("t2c.benchmark.runs", 3); run++) {
            var data = Files.createDirectory(directory.resolve("run" + run));
            try (var application = FreshApplication.start(data)) {
                first.add(timed(application, export(data, "A"), "run " + run + ", first import of a fresh JVM"));
                second.add(timed(application, export(data, "B"), "run " + run + ", second import"));
            }
        }
        summary("first import of a fresh JVM", first);
        summary("second import", second);
    }

    @Test
    void aMillionRowsOneInAHundredOpen() throws Exception {
        long rows = Long.getLong("t2c.benchmark.rows", 1_000_000);
        var file = directory.resolve("generated.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write(CrmFiles.HEADER);
            for (long n = 0; n < rows; n++) {
                out.write(row(n));
            }
        }
        try (var application = FreshApplication.start(directory)) {
            timed(application, file, "generated, %,d bytes".formatted(Files.size(file)));
        }
    }

    /** The export with ids of its own. */
    private static Path export(Path directory, String prefix) throws IOException {
        var lines = Files.readAllLines(CrmFiles.EXPORT.resolve("sales_pipeline.csv"));
        lines.replaceAll(line -> line.equals(lines.get(0)) ? line : prefix + line);
        return Files.write(directory.resolve(prefix + ".csv"), lines);
    }

    private static String row(long n) {
        var owner = "Rep" + (char) ('A' + n % 26) + " Number" + n % 40;
        var head = "G" + n + "," + owner + ",Product " + n % 7 + ",\"Account, " + n % 500 + "\",";
        return n % 100 == 0
                ? head + "Engaging,10/20/2016,,\n"
                : head + (n % 3 == 0 ? "Lost" : "Won") + ",10/20/2016,3/1/2017," + n % 30_000 + "\n";
    }

    /** Imports a file and says how many rows a second that was. */
    private static double timed(FreshApplication application, Path file, String name) {
        var before = application.busy();
        long start = System.nanoTime();
        var http = application.http();
        var queued = http.upload("/api/imports", file, CrmFiles.MAPPING, null).body();
        var address = "/api/imports/" + queued.path("id").asText() + "?size=1";
        var view = Awaitility.await(name)
                .atMost(LONGEST)
                .pollInterval(LOOK_AGAIN)
                .until(() -> http.get(address).body(), CrmImportBenchmark::ended);
        double seconds = (System.nanoTime() - start) / 1e9;
        double rate = view.path("read").asLong() / seconds;
        print(
                "%s: %.1f s, %,.0f rows/s, processors busy for %.1f s, load %.1f. %s",
                name,
                seconds,
                rate,
                application.busy().minus(before).toMillis() / 1e3,
                load(),
                view.path("message").asText());
        assertThat(view.path("status").asText()).isEqualTo("finished");
        return rate;
    }

    private static boolean ended(JsonNode view) {
        return !view.path("status").asText().matches("queued|running");
    }

    private static void summary(String what, List<Double> rates) {
        Collections.sort(rates);
        print(
                "%s: median %,.0f rows/s, from %,.0f to %,.0f in %d runs",
                what, rates.get(rates.size() / 2), rates.get(0), rates.get(rates.size() - 1), rates.size());
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ENGLISH, format + "%n", values);
    }
}
