package com.targettoclose.crmimport;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Reads a CSV file (RFC 4180; UTF-8, with or without a byte order mark; any line end) row by row in memory that does not
 * grow with the file. Bytes that are no UTF-8 read as {@link #NOT_UTF8}. Blank lines are passed over. A row that cannot be
 * told from what follows it costs its first line only: reading begins again behind that line.
 */
final class CsvRows implements AutoCloseable {

    /** Stands where bytes were no UTF-8. */
    static final char NOT_UTF8 = '\uFFFD';

    static final int LONGEST_FIELD = 65_536;
    static final int LONGEST_ROW = 262_144;

    /** Each costs reading the file up to there once more. */
    static final int MOST_RESTARTS = 100;

    private static final int MOST_FIELDS = 1_000;
    private static final int SHOWN = 255;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Put behind the last line: where it does not come back as a row of its own, a quote swallowed it. */
    private static final String END_MARK = "\0end of file\0";

    private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r|\\n");

    private final Supplier<? extends InputStream> file;
    private CsvReader<CsvRecord> reader;
    private CloseableIterator<CsvRecord> records;
    private long linesBefore;
    private long nextLine = 1;
    private int restarts;

    private CsvRows(Supplier<? extends InputStream> file) throws IOException {
        this.file = file;
        this.reader = reader(text());
        this.records = reader.iterator();
    }

    /**
     * Reads a file.
     *
     * @param file opens it, at its beginning, as often as it is asked to
     */
    static CsvRows of(Supplier<? extends InputStream> file) {
        try {
            return new CsvRows(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next row. Behind a row that swallowed the end mark comes nothing. */
    CsvRead next() {
        CsvRecord read;
        try {
            if (!records.hasNext()) {
                return new CsvRead.End();
            }
            read = records.next();
        } catch (CsvParseException e) {
            if (e.getCause() instanceof DataAccessException storage) {
                throw storage;
            }
            return passOver(nextLine);
        }
        if (read.getFieldCount() == 1 && END_MARK.equals(read.getField(0))) {
            return new CsvRead.End();
        }
        long line = linesBefore + read.getStartingLineNumber();
        if (read.getField(read.getFieldCount() - 1).contains(END_MARK)) {
            return passOver(line);
        }
        nextLine = line
                + 1
                + read.getFields().stream().mapToLong(CsvRows::lineEnds).sum();
        return new CsvRead.Row(line, read.getFields(), true);
    }

    /** Begins again behind the first line from this one that is not blank. */
    private CsvRead passOver(long line) {
        if (++restarts > MOST_RESTARTS) {
            return new CsvRead.Broken(line);
        }
        try {
            reader.close();
            var text = text();
            linesBefore = 0;
            var passed = "";
            while (passed != null && (linesBefore < line || passed.isBlank())) {
                passed = restOfLine(text);
                linesBefore++;
            }
            reader = reader(text);
            records = reader.iterator();
            nextLine = linesBefore + 1;
            return new CsvRead.Row(linesBefore, List.of(Objects.requireNonNullElse(passed, "")), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BufferedReader text() throws IOException {
        var text = new BufferedReader(new InputStreamReader(file.get(), StandardCharsets.UTF_8));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    private static CsvReader<CsvRecord> reader(Reader text) {
        return CsvReader.builder()
                .maxBufferSize(LONGEST_ROW)
                .skipEmptyLines(true)
                .ignoreDifferentFieldCount(true)
                .acceptCharsAfterQuotes(false)
                .build(
                        CsvRecordHandler.of(limits -> limits.maxFields(MOST_FIELDS)
                                .maxFieldSize(LONGEST_FIELD)
                                .maxRecordSize(LONGEST_ROW)),
                        new MarkedEnd(text, END_MARK));
    }

    /** Passes over the rest of a line, and gives how it begins; null at the end of the file. */
    private static @Nullable String restOfLine(BufferedReader text) throws IOException {
        int c = text.read();
        if (c < 0) {
            return null;
        }
        var begin = new StringBuilder();
        for (; c >= 0 && c != '\n' && c != '\r'; c = text.read()) {
            if (begin.length() < SHOWN) {
                begin.append((char) c);
            }
        }
        if (c == '\r') {
            text.mark(1);
            if (text.read() != '\n') {
                text.reset();
            }
        }
        return begin.toString();
    }

    private static long lineEnds(String field) {
        return field.isEmpty() ? 0 : LINE_END.splitAsStream(field + "x").count() - 1;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
