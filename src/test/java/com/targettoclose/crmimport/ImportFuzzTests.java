package com.targettoclose.crmimport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.crmimport.Imports.Result.NotReceived;
import com.targettoclose.crmimport.Imports.Result.Received;
import com.targettoclose.testing.Books;
import com.targettoclose.testing.Fuzz;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;

@Tag("fuzz")
@DisplayName("imports, made up at random")
class ImportFuzzTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FILES = 8;

    @Nested
    @OnH2
    class OnH2Database extends AtRandom {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends AtRandom {}

    abstract static class AtRandom {

        @Autowired
        Imports imports;

        @Autowired
        ImportWorker worker;

        @Autowired
        Books books;

        static LongStream seeds() {
            return Fuzz.seeds();
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("seeds")
        @DisplayName("every file is refused in plain words or read to its end, and every row counted once")
        void everyFile(long seed) throws IOException {
            var fuzz = new Fuzz(seed);
            for (int n = 0; n < FILES; n++) {
                var before = books.opportunities();
                var as = "seed %d, file %d".formatted(seed, n);
                var result = imports.receive(upload(fuzz, seed, n), "olga");
                if (result instanceof Received received) {
                    worker.work(() -> true);
                    assertFinished(received.view().id(), before.size(), as);
                } else if (result instanceof NotReceived notReceived) {
                    assertPlain(notReceived.refusal(), as);
                    assertThat(books.opportunities()).as(as).isEqualTo(before);
                }
                var created = books.opportunities();
                created.removeAll(before);
                assertThat(books.faults(created)).as(as).isEmpty();
            }
        }

        private void assertFinished(String id, int before, String as) {
            var view = imports.find(id, 0, 10).orElseThrow();
            assertThat(view.status()).as(as + ": " + view.message()).isIn("finished", "failed");
            assertThat(view.message()).as(as).doesNotContain("went wrong", "Exception", "the log says");
            assertThat(view.rejected())
                    .as(as)
                    .allSatisfy(row -> assertThat(row.reason()).doesNotContain("Exception", "the log says"));
            assertThat(view.created() + view.unchanged() + view.rejectedCount())
                    .as(as)
                    .isEqualTo(view.read());
            assertThat(books.opportunities()).as(as).hasSize(before + (int) view.created());
        }

        private static void assertPlain(Refusal refusal, String as) {
            assertThat(refusal.faults()).as(as).isNotEmpty();
            assertThat(refusal.sentence()).as(as).isNotBlank().doesNotContain("Exception", "com.fasterxml");
        }

        private static Imports.Upload upload(Fuzz fuzz, long seed, int n) throws JsonProcessingException {
            var rows = new StringBuilder(CrmFiles.HEADER);
            for (int row = 0; row < 12; row++) {
                rows.append(row(fuzz, "Z%d-%d-%d".formatted(seed, n, row)));
            }
            var csv = rows.toString().getBytes(StandardCharsets.UTF_8);
            var mapping = CrmFiles.MAPPING;
            var teams = "sales_agent,manager\nMoses Frase,Dustin Brinkmann\n";
            return new Imports.Upload(
                    new ByteArrayResource(fuzz.once(2) ? fuzz.bent(csv) : csv),
                    fuzz.once(5) ? fuzz.text() : "deals.csv",
                    fuzz.once(3) ? fuzz.bent(JSON.readTree(mapping)).toString() : mapping,
                    fuzz.once(3)
                            ? new String(fuzz.bent(teams.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8)
                            : null);
        }

        private static String row(Fuzz fuzz, String id) {
            var right = List.of(
                    id,
                    "Moses Frase",
                    "GTX",
                    "Harbour Tools",
                    fuzz.oneOf(List.of("Prospecting", "Engaging", "Won", "Lost")),
                    "2/1/2026",
                    "2/20/2026",
                    "1054");
            var row = new StringBuilder();
            for (var field : right) {
                var text = fuzz.once(15) ? fuzz.text() : field;
                row.append(row.isEmpty() ? "" : ",").append(fuzz.once(10) ? text : quoted(text));
            }
            return row.append('\n').toString();
        }

        private static String quoted(String text) {
            return '"' + text.replace("\"", "\"\"") + '"';
        }
    }
}
