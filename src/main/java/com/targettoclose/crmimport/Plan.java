package com.targettoclose.crmimport;

import com.targettoclose.conversation.Fault;
import com.targettoclose.conversation.FaultCode;
import com.targettoclose.crmimport.Mapping.Field;
import com.targettoclose.opportunity.DealType;
import com.targettoclose.process.roadmap.Roadmap;
import com.targettoclose.process.roadmap.Roadmaps;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How to read one file: its mapping, held against the roadmaps and the file's header.
 *
 * @param roadmaps the roadmap of each type of deal that the file can hold
 * @param header the names of the columns, in the file's order
 * @param places the place of each mapped column in a row, from 0
 */
record Plan(Mapping mapping, Map<DealType, Roadmap> roadmaps, List<String> header, Map<Field, Integer> places) {

    Plan {
        roadmaps = Map.copyOf(roadmaps);
        header = List.copyOf(header);
        places = Map.copyOf(places);
    }

    /** The roadmap that deals of a type run on. */
    Roadmap roadmap(DealType type) {
        return Objects.requireNonNull(roadmaps.get(type));
    }

    /** A plan, or every reason why there is none. */
    sealed interface Result {

        /** The file can be read. */
        record Ready(Plan plan) implements Result {}

        /** It cannot. */
        record Faulty(List<Fault> faults) implements Result {}
    }

    /** Holds a mapping against the header of a file and the roadmaps that its deals run on. */
    static Result of(@Nullable String json, CsvRead first, Roadmaps deployed) {
        var reader = MappingReader.read(json);
        List<Fault> faults = new ArrayList<>(reader.faults());
        var header = header(first, faults);
        if (!reader.readable()) {
            return new Result.Faulty(faults);
        }
        var mapping = reader.mapping();
        Map<Field, Integer> places = header.isEmpty() ? Map.of() : places(mapping, header, faults);
        var roadmaps = roadmaps(mapping, deployed, faults);
        if (!roadmaps.isEmpty()) {
            checkItems(mapping, roadmaps.values(), faults);
        }
        return faults.isEmpty()
                ? new Result.Ready(new Plan(mapping, roadmaps, header, places))
                : new Result.Faulty(faults);
    }

    private static Map<DealType, Roadmap> roadmaps(Mapping mapping, Roadmaps deployed, List<Fault> faults) {
        Set<DealType> types = new TreeSet<>(mapping.dealTypes().values());
        types.add(DealType.NEW_BUSINESS);
        var named = mapping.roadmap();
        Map<DealType, Roadmap> roadmaps = new EnumMap<>(DealType.class);
        for (var type : types) {
            var roadmap = (named == null ? deployed.forDeals(type) : deployed.inForce(named)).orElse(null);
            if (roadmap == null) {
                faults.add(new Fault("roadmap", FaultCode.UNKNOWN_ROADMAP, named, String.join(", ", deployed.keys())));
                return Map.of();
            }
            roadmaps.put(type, roadmap);
        }
        return roadmaps;
    }

    private static List<String> header(CsvRead first, List<Fault> faults) {
        if (!(first instanceof CsvRead.Row row)) {
            var why = first instanceof CsvRead.End ? "it is empty." : "its first line is no header of a CSV file.";
            faults.add(new Fault("file", FaultCode.UNREADABLE, null, why));
            return List.of();
        }
        if (!row.whole()) {
            faults.add(new Fault("file", FaultCode.UNREADABLE, null, "in its header " + CsvRead.Row.NO_END));
            return List.of();
        }
        boolean text = row.fields().stream().noneMatch(Plan::noText);
        if (!text) {
            var why = "it is no CSV file in UTF-8. Save it as CSV with the encoding UTF-8.";
            faults.add(new Fault("file", FaultCode.UNREADABLE, null, why));
            return List.of();
        }
        return row.fields().stream().map(String::strip).toList();
    }

    /** Whether a text holds what only a binary file, or one in another encoding, would. */
    static boolean noText(String value) {
        return value.chars()
                .anyMatch(
                        c -> c == CsvRows.NOT_UTF8 || Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r');
    }

    private static Map<Field, Integer> places(Mapping mapping, List<String> header, List<Fault> faults) {
        Map<Field, Integer> places = new EnumMap<>(Field.class);
        for (var field : Field.values()) {
            var column = mapping.columns().get(field);
            if (column == null) {
                continue;
            }
            int times = Collections.frequency(header, column);
            if (times == 0) {
                var name = "columns." + field.key();
                faults.add(new Fault(name, FaultCode.UNKNOWN_COLUMN, column, String.join(", ", header)));
            } else if (times > 1) {
                var why = "its header names the column '" + column + "' more than once.";
                faults.add(new Fault("file", FaultCode.UNREADABLE, null, why));
            }
            places.put(field, header.indexOf(column));
        }
        return places;
    }

    private static void checkItems(Mapping mapping, Collection<Roadmap> roadmaps, List<Fault> faults) {
        Set<String> items = new LinkedHashSet<>();
        roadmaps.forEach(roadmap -> items.addAll(roadmap.items().keySet()));
        mapping.stages()
                .forEach((name, stage) -> stage.holds().stream()
                        .filter(item -> !items.contains(item))
                        .forEach(item -> faults.add(new Fault(
                                "stages." + name + ".holds", FaultCode.UNKNOWN_ITEM, item, String.join(", ", items)))));
    }
}
