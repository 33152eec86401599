package com.targettoclose.security;

import com.targettoclose.process.people.Group;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Reads an {@link AccessTable} out of Markdown: every table with the columns method, path, groups, for; its paths begin
 * with what a line {@code Under `/a` and `/b`:} above it names. Text and other tables are for people. Collects every
 * fault, each with its line.
 */
final class AccessTableReader {

    private static final String COLUMNS = "| method | path | groups | for |";
    private static final String RULE = "| --- | --- | --- | --- |";
    private static final int CELLS = 4;
    private static final String EVERY_GROUP = "all";
    private static final String EVERYBODY = "public";
    private static final String NOBODY = "nobody";
    private static final List<String> WORDS = List.of(EVERY_GROUP, EVERYBODY, NOBODY);
    private static final Set<String> METHODS =
            Arrays.stream(HttpMethod.values()).map(HttpMethod::name).collect(Collectors.toSet());
    private static final Pattern UNDER = Pattern.compile("Under `/[^`]+`(?:(?:,| and) `/[^`]+`)*:");
    private static final Pattern QUOTED = Pattern.compile("`([^`]*)`");
    private static final Pattern PATH = Pattern.compile("/|(?:/(?:[A-Za-z0-9._-]+|\\{[A-Za-z]+}))*(?:/\\*\\*)?");

    private final List<String> text;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, AccessLine> lines = new LinkedHashMap<>();
    private List<String> roots = List.of("");
    private int row;

    /** What a row's cell of groups says. */
    private record Audience(boolean signedInOnly, Set<Group> groups) {}

    private AccessTableReader(String markdown) {
        this.text = markdown.lines().map(String::strip).toList();
    }

    /**
     * Reads a table.
     *
     * @throws StartRefused with every fault that it has
     */
    static AccessTable read(String markdown) {
        return new AccessTableReader(markdown).read();
    }

    private AccessTable read() {
        while (row < text.size()) {
            var line = text.get(row++);
            if (line.startsWith("Under ")) {
                readRoots(line);
            } else if (line.startsWith("| method")) {
                readRows(line);
            } else if (line.startsWith("|") && METHODS.contains(cells(line)[0].split(",", -1)[0])) {
                fault("this row belongs to no table that begins with '" + COLUMNS + "'.");
            }
        }
        if (lines.isEmpty() && faults.isEmpty()) {
            fault("the file holds no table that begins with '" + COLUMNS + "'.");
        }
        if (!faults.isEmpty()) {
            throw new StartRefused(
                    "docs/access.md says who may call what, and cannot be understood:\n    "
                            + String.join("\n    ", faults),
                    "Correct these lines, build and start again. The page itself says how a line is read.");
        }
        return new AccessTable(lines.values());
    }

    private void readRoots(String line) {
        if (!UNDER.matcher(line).matches()) {
            fault("a line that begins with 'Under' reads: Under `/path` and `/path`:");
            return;
        }
        roots = quoted(line);
        roots.stream()
                .filter(root -> !PATH.matcher(root).matches() || root.endsWith("/"))
                .forEach(root -> fault("'" + root + "' is no path to begin with, such as `/engine-rest`."));
    }

    private void readRows(String header) {
        if (!header.equals(COLUMNS)) {
            fault("the columns are '" + COLUMNS + "'.");
        }
        if (row == text.size() || !text.get(row++).equals(RULE)) {
            fault("below the columns stands '" + RULE + "'.");
        }
        while (row < text.size() && text.get(row).startsWith("|")) {
            readRow(text.get(row++));
        }
        roots = List.of("");
    }

    private void readRow(String line) {
        var cells = cells(line);
        if (cells.length != CELLS || Arrays.stream(cells).anyMatch(String::isBlank)) {
            fault("a row has four cells: method, path, groups, and what needs it.");
            return;
        }
        var audience = audience(cells[2]);
        var paths = paths(cells[1]);
        var methods = Arrays.stream(cells[0].split(", ", -1))
                .map(this::method)
                .flatMap(Optional::stream)
                .toList();
        if (audience != null) {
            methods.forEach(method -> paths.forEach(path -> add(method, path, audience)));
        }
    }

    private Optional<HttpMethod> method(String name) {
        if (!METHODS.contains(name)) {
            fault("'" + name
                    + "' is no method. Write GET, POST, PUT, PATCH, DELETE or OPTIONS, several as 'GET, POST'.");
            return Optional.empty();
        }
        return Optional.of(HttpMethod.valueOf(name));
    }

    private List<String> paths(String cell) {
        if (!cell.matches("`[^`]*`(, `[^`]*`)*")) {
            fault("paths are quoted, several as `/a`, `/b`.");
            return List.of();
        }
        var paths = quoted(cell);
        paths.stream()
                .filter(path -> path.isEmpty() || !PATH.matcher(path).matches())
                .forEach(path -> fault("'" + path + "' is no path. It begins with '/', {name} stands for one part, and"
                        + " /** at the end for all the rest."));
        return paths.stream().filter(path -> PATH.matcher(path).matches()).toList();
    }

    private @Nullable Audience audience(String cell) {
        var names = List.of(cell.split(", ", -1));
        var ids = Arrays.stream(Group.values()).map(Group::id).toList();
        var unknown = names.stream()
                .filter(name -> !ids.contains(name) && !WORDS.contains(name))
                .toList();
        unknown.forEach(name -> fault("there is no group '" + name + "'. Groups are "
                + Stream.concat(ids.stream(), WORDS.stream()).collect(Collectors.joining(", ")) + "."));
        if (unknown.isEmpty() && names.size() > 1 && names.stream().anyMatch(WORDS::contains)) {
            fault("'" + cell + "': all, public and nobody each stand alone.");
        }
        if (!unknown.isEmpty()) {
            return null;
        }
        Set<Group> groups = EnumSet.noneOf(Group.class);
        Arrays.stream(Group.values())
                .filter(group -> names.contains(group.id()) || names.contains(EVERY_GROUP))
                .forEach(groups::add);
        return new Audience(!names.contains(EVERYBODY), groups);
    }

    private void add(HttpMethod method, String path, Audience who) {
        for (var root : roots) {
            var pattern = PathPatternParser.defaultInstance.parse(root + path);
            var line = new AccessLine(row, method, pattern, who.signedInOnly(), who.groups());
            var other = lines.putIfAbsent(line.call(), line);
            if (other != null) {
                fault(method + " " + root + path + " stands in line " + other.row() + " already.");
            }
        }
    }

    private void fault(String sentence) {
        faults.add("line " + row + ": " + sentence);
    }

    private static String[] cells(String line) {
        var inner = line.endsWith("|") && line.length() > 1 ? line.substring(1, line.length() - 1) : line.substring(1);
        return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toArray(String[]::new);
    }

    private static List<String> quoted(String text) {
        return QUOTED.matcher(text).results().map(found -> found.group(1)).toList();
    }
}
