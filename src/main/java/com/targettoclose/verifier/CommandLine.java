package com.targettoclose.verifier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.targettoclose.verifier.rule.Finding;
import com.targettoclose.verifier.rule.Severity;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Judges a redesign from the command line, for a repository's CI: {@code verify [--json] file-or-folder...}. Starts no
 * application and needs no database: what the files refer to must be among them.
 */
public final class CommandLine {

    /** The first argument that asks for it. */
    public static final String VERIFY = "verify";

    private static final String JSON_OPTION = "--json";
    private static final Set<String> KINDS = Set.of("bpmn", "dmn", "form");
    private static final int WRONG_USE = 2;

    private final PrintStream out;

    private CommandLine(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs it.
     *
     * @param arguments those behind {@value #VERIFY}
     * @return the exit code: 0 where nothing keeps the files from being deployed, 1 where something does, 2 where there
     *     is nothing to look at
     */
    public static int verify(List<String> arguments, PrintStream out) {
        // the engine's parts log as they load
        LoggingSystem.get(CommandLine.class.getClassLoader()).beforeInitialize();
        return new CommandLine(new PrintStream(out, true, StandardCharsets.UTF_8)).run(arguments);
    }

    private int run(List<String> arguments) {
        List<String> faults = new ArrayList<>();
        Map<String, byte[]> files = new TreeMap<>();
        for (var argument : arguments) {
            if (argument.startsWith("--") && !argument.equals(JSON_OPTION)) {
                faults.add("There is no option " + argument + ".");
            } else if (!argument.startsWith("--")) {
                read(Path.of(argument), files, faults);
            }
        }
        if (files.isEmpty() && faults.isEmpty()) {
            faults.add("There is nothing to verify.");
        }
        if (!faults.isEmpty()) {
            faults.forEach(out::println);
            out.println(
                    "Use: verify [--json] file-or-folder..., with diagrams (.bpmn), tables (.dmn) and forms (.form).");
            return WRONG_USE;
        }
        var findings = new Redesign(files, Map::of).findings();
        if (arguments.contains(JSON_OPTION)) {
            printJson(findings);
        } else {
            print(findings, files.size());
        }
        return findings.stream().anyMatch(it -> it.severity() == Severity.ERROR) ? 1 : 0;
    }

    private static void read(Path path, Map<String, byte[]> files, List<String> faults) {
        try (Stream<Path> found = Files.isDirectory(path) ? Files.list(path) : Stream.of(path)) {
            for (var file :
                    found.filter(it -> isOurs(it) || it.equals(path)).sorted().toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            faults.add("'" + path + "' cannot be read. Check the path.");
        }
    }

    private static boolean isOurs(Path file) {
        var name = file.getFileName().toString();
        return KINDS.contains(name.substring(name.lastIndexOf('.') + 1)) && Files.isRegularFile(file);
    }

    private void print(List<Finding> findings, int files) {
        findings.forEach(it -> out.println(it.severity().value() + "  " + it.sentence()));
        long errors =
                findings.stream().filter(it -> it.severity() == Severity.ERROR).count();
        out.println(files + " files, " + errors + " errors, " + (findings.size() - errors) + " warnings. "
                + (errors == 0 ? "They can be deployed." : "They cannot be deployed."));
    }

    private void printJson(List<Finding> findings) {
        try {
            var shown = Map.of(
                    "violations", findings.stream().map(ViolationView::of).toList());
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(shown));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A finding cannot be written as JSON.", e);
        }
    }
}
