package com.targettoclose.verifier;

import com.targettoclose.verifier.design.Design;
import com.targettoclose.verifier.rule.Finding;
import com.targettoclose.verifier.rule.Rules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The diagrams, tables and forms that ship, by file name, for tests that edit them. */
public final class Shipped {

    private static final Map<String, String> FILES = load();

    private static final Design BASE = Design.read(bytes(FILES));

    private Shipped() {}

    /** A copy of the files. */
    public static Map<String, String> files() {
        return new TreeMap<>(FILES);
    }

    /** What the rules have against these files. */
    static List<Finding> check(Map<String, String> files) {
        return Rules.check(design(files));
    }

    /** The files as a design; what is as shipped is not read again. */
    public static Design design(Map<String, String> files) {
        return BASE.of(bytes(files));
    }

    private static Map<String, byte[]> bytes(Map<String, String> files) {
        Map<String, byte[]> bytes = new TreeMap<>();
        files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }

    private static Map<String, String> load() {
        Map<String, String> files = new TreeMap<>();
        for (var folder : List.of("bpmn", "forms")) {
            try (var paths = Files.list(Path.of(folder))) {
                for (var path : paths.filter(Files::isRegularFile).toList()) {
                    files.put(path.getFileName().toString(), Files.readString(path));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }
}
