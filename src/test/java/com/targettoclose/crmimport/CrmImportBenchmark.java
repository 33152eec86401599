package com.targettoclose.crmimport;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.TargetToCloseApplication;
import com.targettoclose.crmimport.Imports.Result.Received;
import com.targettoclose.testing.SpringTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.FileSystemResource;
import org.springframework.util.FileSystemUtils;

/**
 * How fast the import is on the embedded default, H2 in a file, every row recorded and every gate settled. Each run is a
 * JVM of its own with {@code -Xmx512m}. Settings: {@code -Dt2c.benchmark.runs=5}, {@code -Dt2c.benchmark.rows=1000000}.
 */
@Tag("benchmark")
class CrmImportBenchmark {

    private static final String HEAP = "-Xmx512m";

    @Test
    void theExportOfARealCrm() throws Exception {
        Assumptions.assumeTrue(
                Files.exists(CrmFiles.EXPORT), "The CRM export is not at " + CrmFiles.EXPORT + ": skipped.");
        inAJvmOfItsOwn("export", System.getProperty("t2c.benchmark.runs", "5"));
    }

    @Test
    void aMillionRowsOneInAHundredOpen() throws Exception {
        inAJvmOfItsOwn("generated", System.getProperty("t2c.benchmark.rows", "1000000"));
    }

    private static void inAJvmOfItsOwn(String what, String howMuch) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(java, HEAP, "-cp", classPath));
        command.addAll(List.of(CrmImportBenchmark.class.getName(), what, howMuch));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(System.out::println);
        }
        assertThat(process.waitFor()).isZero();
    }

    /** Runs in a JVM of its own: {@code export <runs>} or {@code generated <rows>}. */
    public static void main(String[] args) throws IOException {
        var directory = Files.createTempDirectory("t2c-import-benchmark");
        try (var application = start(directory)) {
            System.out.println(machine());
            if ("export".equals(args[0])) {
                export(application, directory, Integer.parseInt(args[1]));
            } else {
                generated(application, directory, Long.parseLong(args[1]));
            }
        } finally {
            FileSystemUtils.deleteRecursively(directory);
        }
    }

    private static ConfigurableApplicationContext start(Path directory) {
        return new SpringApplicationBuilder(TargetToCloseApplication.class)
                .run(
                        "--spring.datasource.url=jdbc:h2:file:" + directory.resolve("db")
                                + ";LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=256",
                        "--t2c.ledger.key=" + SpringTest.LEDGER_KEY,
                        "--T2C_ADMIN_PASSWORD=" + SpringTest.ADMIN_PASSWORD,
                        "--server.port=0",
                        "--t2c.import.background=false",
                        "--logging.level.root=warn");
    }

    private static void export(ConfigurableApplicationContext application, Path directory, int runs)
            throws IOException {
        var lines = Files.readAllLines(CrmFiles.EXPORT.resolve("sales_pipeline.csv"));
        List<Double> perSecond = new ArrayList<>();
        for (int run = 0; run <= runs; run++) {
            var prefix = "run" + run + "-";
            var file = directory.resolve("export.csv");
            var renamed = lines.stream().skip(1).map(line -> prefix + line).toList();
            Files.writeString(file, lines.get(0) + "\n" + String.join("\n", renamed) + "\n");
            double speed = timed(application, file, run == 0 ? "warm-up" : "run " + run);
            if (run > 0) {
                perSecond.add(speed);
            }
        }
        Collections.sort(perSecond);
        System.out.printf(
                Locale.ENGLISH,
                "CRM export: median %,.0f rows/s, from %,.0f to %,.0f in %d runs after one to warm up%n",
                perSecond.get(perSecond.size() / 2),
                perSecond.get(0),
                perSecond.get(perSecond.size() - 1),
                perSecond.size());
    }

    private static void generated(ConfigurableApplicationContext application, Path directory, long rows)
            throws IOException {
        var file = directory.resolve("generated.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write(CrmFiles.HEADER);
            for (long n = 0; n < rows; n++) {
                out.write(row(n));
            }
        }
        System.out.printf(Locale.ENGLISH, "Generated: %,d rows, %,d bytes%n", rows, Files.size(file));
        timed(application, file, "generated");
    }

    private static String row(long n) {
        var owner = "Rep" + (char) ('A' + n % 26) + " Number" + n % 40;
        var head = "G" + n + "," + owner + ",Product " + n % 7 + ",\"Account, " + n % 500 + "\",";
        return n % 100 == 0
                ? head + "Engaging,10/20/2016,,\n"
                : head + (n % 3 == 0 ? "Lost" : "Won") + ",10/20/2016,3/1/2017," + n % 30_000 + "\n";
    }

    private static double timed(ConfigurableApplicationContext application, Path file, String name) throws IOException {
        var imports = application.getBean(Imports.class);
        var upload = new Imports.Upload(new FileSystemResource(file), name, CrmFiles.MAPPING, null);
        long start = System.nanoTime();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        var id = ((Received) imports.receive(upload, "olga")).view().id();
        long stored = System.nanoTime();
        application.getBean(ImportWorker.class).work(() -> true);
        double seconds = (System.nanoTime() - start) / 1e9;
        double busy = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9;
        var view = imports.find(id, 0, 5).orElseThrow();
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        var gates =
                application.getBean(ManagementService.class).createJobQuery().count();
        System.out.printf(
                Locale.ENGLISH,
                "%s: %.2f s (%.2f to store the file; %.2f on a core), %,.0f rows/s, load %.1f, %d gates unsettled,"
                        + " heap in use %,d MB, at most %,d MB. %s%n",
                name,
                seconds,
                (stored - start) / 1e9,
                busy,
                view.read() / seconds,
                load(),
                gates,
                heap.getUsed() >> 20,
                heap.getMax() >> 20,
                view.message());
        return view.read() / seconds;
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String machine() {
        return String.format(
                Locale.ENGLISH,
                "Machine: %d cores, %s %s, heap %,d MB, load %.1f; Java %s, Spring Boot %s, Camunda %s, H2 %s in a file",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().maxMemory() >> 20,
                load(),
                Runtime.version(),
                SpringBootVersion.getVersion(),
                ProcessEngine.class.getPackage().getImplementationVersion(),
                org.h2.engine.Constants.VERSION);
    }
}
