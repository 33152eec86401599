package com.targettoclose.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** An event log as CSV (RFC 4180), a line an event. What a spreadsheet would take for a formula is written as text. */
final class CsvFile implements AutoCloseable {

    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final CsvWriter csv;
    private final ZoneId zone;

    private CsvFile(CsvWriter csv, ZoneId zone) {
        this.csv = csv;
        this.zone = zone;
    }

    static CsvFile to(OutputStream out, ZoneId zone) {
        var file = new CsvFile(CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8)), zone);
        List<String> header = new ArrayList<>(List.of("case", "activity", "timestamp", "resource"));
        header.addAll(List.of(Event.ATTRIBUTES));
        header.addAll(List.of(Trace.ATTRIBUTES));
        header.add("simulated");
        file.csv.writeRecord(header);
        return file;
    }

    void write(Trace trace) {
        for (var event : trace.events()) {
            List<String> line = new ArrayList<>(List.of(
                    plain(trace.id()),
                    plain(event.activity()),
                    DATE_TIME.format(event.at().atZone(zone)),
                    plain(event.resource())));
            for (var name : Event.ATTRIBUTES) {
                line.add(plain(event.attributes().getOrDefault(name, "")));
            }
            for (var name : Trace.ATTRIBUTES) {
                line.add(plain(trace.attributes().getOrDefault(name, "")));
            }
            line.add(Boolean.toString(trace.simulated()));
            csv.writeRecord(line);
        }
    }

    /** Behind an apostrophe where it begins like a formula; OWASP, CSV injection. */
    private static String plain(String value) {
        return !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
