package com.targettoclose.crmimport;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataAccessException;

/**
 * Reads a CSV file (RFC 4180; UTF-8, with or without a byte order mark; any line end) row by row in memory that does not
 * grow with the file. Bytes that are no UTF-8 read as {@link #NOT_UTF8}. Blank lines are passed over.
 */
final class CsvRows implements AutoCloseable {

    /** Stands where bytes were no UTF-8. */
    static final char NOT_UTF8 = '\uFFFD';

    static final int LONGEST_FIELD = 65_536;
    static final int LONGEST_ROW = 262_144;
    private static final int MOST_FIELDS = 1_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Put behind the last line: where it does not come back as a row of its own, a quote swallowed it. */
    private static final String END_MARK = "\0end of file\0";

    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private long line;

    private CsvRows(Reader text) {
        this.reader = CsvReader.builder()
                .maxBufferSize(LONGEST_ROW)
                .skipEmptyLines(true)
                .ignoreDifferentFieldCount(true)
                .build(
                        CsvRecordHandler.of(limits -> limits.maxFields(MOST_FIELDS)
                                .maxFieldSize(LONGEST_FIELD)
                                .maxRecordSize(LONGEST_ROW)),
                        text);
        this.records = reader.iterator();
    }

    /** Reads a stream, and closes it at the end. */
    static CsvRows of(InputStream stream) {
        try {
            var text = new PushbackReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            int first = text.read();
            if (first >= 0 && first != BYTE_ORDER_MARK) {
                text.unread(first);
            }
            return new CsvRows(new Marked(text));
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
            return new CsvRead.Broken(line);
        }
        if (read.getFieldCount() == 1 && END_MARK.equals(read.getField(0))) {
            return new CsvRead.End();
        }
        line = read.getStartingLineNumber();
        return row(read);
    }

    private static CsvRead.Row row(CsvRecord read) {
        List<String> fields = new ArrayList<>(read.getFields());
        int last = fields.size() - 1;
        int mark = fields.get(last).lastIndexOf("\n" + END_MARK);
        if (mark >= 0) {
            fields.set(last, fields.get(last).substring(0, mark));
        }
        return new CsvRead.Row(read.getStartingLineNumber(), fields, mark >= 0);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text with the end mark on a line of its own behind it. */
    private static final class Marked extends Reader {

        private final Reader text;
        private final String mark = "\n" + END_MARK + "\n";
        private int marked = -1;

        Marked(Reader text) {
            this.text = text;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            if (marked < 0) {
                int read = text.read(buffer, offset, length);
                if (read >= 0) {
                    return read;
                }
                marked = 0;
            }
            int left = Math.min(length, mark.length() - marked);
            mark.getChars(marked, marked + left, buffer, offset);
            marked += left;
            return left == 0 ? -1 : left;
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }
}
