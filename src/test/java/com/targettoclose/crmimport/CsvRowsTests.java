package com.targettoclose.crmimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvRowsTests {

    private static final String LONG = "x".repeat(CsvRows.LONGEST_FIELD + 1);

    static Stream<Arguments> files() {
        return Stream.of(
                arguments("line feeds", "a,b\nc,d\n", List.of("1 a|b", "2 c|d")),
                arguments("carriage returns and line feeds", "a,b\r\nc,d\r\n", List.of("1 a|b", "2 c|d")),
                arguments("carriage returns", "a,b\rc,d\r", List.of("1 a|b", "2 c|d")),
                arguments("no end of the last line", "a,b\nc,d", List.of("1 a|b", "2 c|d")),
                arguments("a byte order mark", "\uFEFFa,b\n", List.of("1 a|b")),
                arguments("blank lines", "a\n\n\nb\n", List.of("1 a", "4 b")),
                arguments("quoted commas and quotes", "\"a, b\",\"say \"\"c\"\"\"\n", List.of("1 a, b|say \"c\"")),
                arguments("a quoted line end", "\"a\nb\",c\nd,e\n", List.of("1 a\nb|c", "3 d|e")),
                arguments("nothing", "", List.of()),
                arguments("a quote open in the last row", "a\nb,\"c", List.of("1 a", "2 no end: b,\"c")),
                arguments(
                        "a quote open in the middle",
                        "a\n\"b,c\nd,\"\"\ne\n",
                        List.of("1 a", "2 no end: \"b,c", "3 d|", "4 e")),
                arguments(
                        "a quote open until a later one closes it",
                        "a,b\n\"c,d\n\"e\",f\ng,h\n",
                        List.of("1 a|b", "2 no end: \"c,d", "3 e|f", "4 g|h")),
                arguments(
                        "a quote closed at the end of a later row, which makes them one field",
                        "a,b,c\n\"d,e,f\ng,h,i\"\nj,k,l\n",
                        List.of("1 a|b|c", "2 d,e,f\ng,h,i", "4 j|k|l")),
                arguments("a quote inside a field", "a,b\n5\" disk,c\n", List.of("1 a|b", "2 5\" disk|c")),
                arguments(
                        "a quote open behind a row of several lines and a blank line",
                        "\"a\r\nb\"\r\n\r\n\"c\r\n" + LONG + "\r\nd\r\n",
                        List.of("1 a\r\nb", "4 no end: \"c", "5 no end: " + "x".repeat(255), "6 d")),
                arguments(
                        "a field too long",
                        "a\n" + LONG + ",b\nc\n",
                        List.of("1 a", "2 no end: " + "x".repeat(255), "3 c")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void readsEveryRowThatHasAnEnd(String name, String file, List<String> rows) {
        assertThat(read(file)).isEqualTo(rows);
    }

    @Test
    void bytesOfAnotherEncodingShow() {
        var latin = "M\u00fcller\n".getBytes(StandardCharsets.ISO_8859_1);
        try (var rows = CsvRows.of(() -> new ByteArrayInputStream(latin))) {
            assertThat(rows.next()).isEqualTo(new CsvRead.Row(1, List.of("M\uFFFDller"), true));
        }
    }

    @Test
    void readingEndsWhereTooManyRowsHaveNoEnd() {
        var file = (LONG + "\n").repeat(CsvRows.MOST_RESTARTS + 1);
        var read = read(file);
        assertThat(read).hasSize(CsvRows.MOST_RESTARTS + 1);
        assertThat(read.get(CsvRows.MOST_RESTARTS)).isEqualTo("broken at 101");
    }

    /** Line and fields of each row, in the order of the file. */
    private static List<String> read(String file) {
        var bytes = file.getBytes(StandardCharsets.UTF_8);
        List<String> told = new ArrayList<>();
        try (var rows = CsvRows.of(() -> new ByteArrayInputStream(bytes))) {
            var next = rows.next();
            for (; next instanceof CsvRead.Row row; next = rows.next()) {
                told.add(row.line() + (row.whole() ? " " : " no end: ") + String.join("|", row.fields()));
            }
            if (next instanceof CsvRead.Broken broken) {
                told.add("broken at " + broken.line());
            }
        }
        return told;
    }
}
