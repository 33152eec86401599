package com.targettoclose.crmimport;

import com.targettoclose.conversation.Fault;
import com.targettoclose.conversation.FaultCode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who leads whom, from a CSV with a column {@code agent} or {@code sales_agent} and a column {@code manager}.
 *
 * @param pairs who leads whom, in the order of the file
 * @param faults every fault; empty where the file can be used
 */
record TeamsFile(List<Pair> pairs, List<Fault> faults) {

    /** The most that a teams file may have, in bytes. */
    static final int LONGEST = 4_194_304;

    private static final Set<String> AGENT = Set.of("agent", "sales_agent");
    private static final Set<String> MANAGER = Set.of("manager");
    private static final int LONGEST_NAME = 255;

    /**
     * An agent and who leads them, by name.
     *
     * @param manager null where the file names nobody
     */
    record Pair(String agent, @Nullable String manager) {}

    TeamsFile {
        pairs = List.copyOf(pairs);
        faults = List.copyOf(faults);
    }

    /** Reads a file; null is one that names nobody. */
    static TeamsFile read(@Nullable String csv) {
        List<Pair> pairs = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        if (csv != null) {
            var bytes = csv.getBytes(StandardCharsets.UTF_8);
            try (var rows = CsvRows.of(() -> new ByteArrayInputStream(bytes))) {
                read(rows, pairs, faults);
            }
        }
        return new TeamsFile(pairs, faults);
    }

    private static void read(CsvRows rows, List<Pair> pairs, List<Fault> faults) {
        if (!(rows.next() instanceof CsvRead.Row header)) {
            faults.add(new Fault("teams", FaultCode.UNREADABLE, null, "it is no CSV file."));
            return;
        }
        var names = header.fields().stream().map(String::strip).toList();
        int agent = column(names, AGENT, "agent", faults);
        int manager = column(names, MANAGER, "manager", faults);
        CsvRead next = rows.next();
        while (faults.isEmpty() && next instanceof CsvRead.Row row) {
            pair(row, agent, manager, pairs, faults);
            next = rows.next();
        }
        if (next instanceof CsvRead.Broken broken) {
            faults.add(new Fault("teams", FaultCode.UNREADABLE, null, broken.sentence()));
        }
    }

    private static int column(List<String> header, Set<String> names, String shown, List<Fault> faults) {
        for (int i = 0; i < header.size(); i++) {
            if (names.contains(header.get(i))) {
                return i;
            }
        }
        faults.add(new Fault("teams", FaultCode.UNKNOWN_COLUMN, shown, String.join(", ", header)));
        return -1;
    }

    private static void pair(CsvRead.Row row, int agent, int manager, List<Pair> pairs, List<Fault> faults) {
        var name = value(row, agent);
        var leader = value(row, manager);
        if (name == null || !row.whole() || Plan.noText(name + leader)) {
            faults.add(new Fault("teams", FaultCode.UNREADABLE, name, "line " + row.line() + " names no agent."));
        } else if (name.length() > LONGEST_NAME || leader != null && leader.length() > LONGEST_NAME) {
            faults.add(new Fault("teams", FaultCode.TOO_LONG, name, Integer.toString(LONGEST_NAME)));
        } else {
            pairs.add(new Pair(name, leader));
        }
    }

    private static @Nullable String value(CsvRead.Row row, int place) {
        var value = place < row.fields().size() ? row.fields().get(place).strip() : "";
        return value.isEmpty() ? null : value;
    }
}
