package com.targettoclose.verifier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.targettoclose.verifier.offer.Offer;
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
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Judges a redesign from the command line, for a repository's CI: {@code verify [--json] [--offers folder] file-or-folder...}. Starts no
 * application and needs no database: what the files refer to must be among them.
 */
public final class CommandLine {

    /** The first argument that asks for it. */
    public static final String VERIFY = "verify";

    private static final String JSON_OPTION = "--json";
    private static final String OFFERS_OPTION = "--offers";
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
        Path offers = null;
        boolean json = false;
        for (var each = arguments.iterator(); each.hasNext(); ) {
            var argument = each.next();
            if (argument.equals(JSON_OPTION)) {
                json = true;
            } else if (argument.equals(OFFERS_OPTION)) {
                offers = each.hasNext() ? Path.of(each.next()) : null;
                if (offers == null) {
                    faults.add("Say behind " + OFFERS_OPTION + " which folder the offers go to.");
                }
            } else if (argument.startsWith("--")) {
                faults.add("There is no option " + argument + ".");
            } else {
                read(Path.of(argument), files, faults);
            }
        }
        if (files.isEmpty() && faults.isEmpty()) {
            faults.add("There is nothing to verify.");
        }
        if (!faults.isEmpty()) {
            faults.forEach(out::println);
            out.println(
                    "Use: verify [--json] [--offers folder] file-or-folder..., with diagrams (.bpmn), tables (.dmn) and"
                            + " forms (.form). What the files lack is written into the folder of offers.");
            return WRONG_USE;
        }
        return judge(new Redesign(files, Map::of), files.size(), json, offers);
    }

    private int judge(Redesign redesign, int files, boolean json, @Nullable Path folder) {
        var findings = redesign.findings();
        var offers = redesign.offers();
        if (json) {
            printJson(findings, offers);
        } else {
            print(findings, files);
            offers.forEach(offer -> out.println("offer  " + offer.file() + ": " + offer.why()));
        }
        boolean written = folder == null || write(offers, folder);
        if (!written) {
            return WRONG_USE;
        }
        return findings.stream().anyMatch(it -> it.severity() == Severity.ERROR) ? 1 : 0;
    }

    /** Writes what is offered, and nothing over a file that is there. */
    private boolean write(List<Offer> offers, Path folder) {
        var inTheWay = offers.stream()
                .map(offer -> folder.resolve(Path.of(offer.file()).getFileName()))
                .filter(Files::exists)
                .toList();
        if (!inTheWay.isEmpty()) {
            inTheWay.forEach(file -> out.println("'" + file + "' is there already. Name an empty folder."));
            return false;
        }
        try {
            Files.createDirectories(folder);
            for (var offer : offers) {
                Files.writeString(folder.resolve(Path.of(offer.file()).getFileName()), offer.content());
            }
            return true;
        } catch (IOException e) {
            out.println("'" + folder + "' cannot be written. Check the path.");
            return false;
        }
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

    private void printJson(List<Finding> findings, List<Offer> offers) {
        try {
            var shown = Map.of(
                    "violations", findings.stream().map(ViolationView::of).toList(), "offers", offers);
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(shown));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A finding cannot be written as JSON.", e);
        }
    }
}
