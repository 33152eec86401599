package com.targettoclose.trust;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** A table as a CSV file (RFC 4180). What a spreadsheet would take for a formula is written as the text that it is. */
final class SheetFile {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private SheetFile() {}

    static String of(Sheet sheet) {
        var text = new StringWriter();
        var csv = CsvWriter.builder().build(text);
        csv.writeRecord(sheet.columns().stream().map(SheetFile::plain).toList());
        for (var line : sheet.lines()) {
            List<String> record = new ArrayList<>();
            record.add(plain(line.label()));
            line.cells().stream().map(SheetFile::plain).forEach(record::add);
            csv.writeRecord(record);
        }
        return text.toString();
    }

    /** Behind an apostrophe where it begins like a formula; OWASP, CSV injection. */
    static String plain(String value) {
        return !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }
}
