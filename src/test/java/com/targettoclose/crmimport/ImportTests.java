package com.targettoclose.crmimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.targettoclose.conversation.Fault;
import com.targettoclose.conversation.FaultCode;
import com.targettoclose.crmimport.Imports.Result.NotReceived;
import com.targettoclose.crmimport.Imports.Result.Received;
import com.targettoclose.crmimport.RowOutcomes.Rejected;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Status;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import com.targettoclose.testing.TestClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of the rows of a file, good and bad, and of an import that is interrupted. */
class ImportTests {

    @Nested
    @OnH2
    class OnH2Database extends Body {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Body {}

    abstract static class Body {

        private static final int BATCH = 500;

        @Autowired
        Imports imports;

        @Autowired
        ImportWorker worker;

        @Autowired
        ImportRun importRun;

        @Autowired
        ImportTable table;

        @Autowired
        ImportSettings settings;

        @Autowired
        Opportunities opportunities;

        @Autowired
        Ledger ledger;

        @Autowired
        IdentityService identities;

        @Autowired
        TransactionTemplate transactions;

        @Autowired
        TestClock clock;

        @Autowired
        Deals deals;

        private final String prefix = "I" + UUID.randomUUID().toString().substring(0, 8) + "-";

        /** A bad row, {@code ~} standing for the prefix of ids, and the fault it has. */
        private record Bad(String row, String column, String value, FaultCode code) {}

        private static final List<Bad> BAD = List.of(
                new Bad("~2,Ann Lee,GTX,Acme,Stalled,10/20/2016,,", "deal_stage", "Stalled", FaultCode.UNKNOWN_STAGE),
                new Bad("~3,Ann Lee,GTX,Acme,,10/20/2016,,", "deal_stage", null, FaultCode.MISSING),
                new Bad("~4,,GTX,Acme,Engaging,10/20/2016,,", "sales_agent", null, FaultCode.MISSING),
                new Bad(",Ann Lee,GTX,Acme,Engaging,10/20/2016,,", "opportunity_id", null, FaultCode.MISSING),
                new Bad("a b,Ann Lee,GTX,Acme,Engaging,10/20/2016,,", "opportunity_id", "a b", FaultCode.NOT_AN_ID),
                new Bad("~5,Ann Lee,GTX,Acme,Engaging,2/30/2017,,", "engage_date", "2/30/2017", FaultCode.NOT_A_DATE),
                new Bad("~6,Ann Lee,GTX,Acme,Engaging,2017-02-03,,", "engage_date", "2017-02-03", FaultCode.NOT_A_DATE),
                new Bad("~7,Ann Lee,GTX,Acme,Engaging,3/3/2026,,", "engage_date", "3/3/2026", FaultCode.IN_THE_FUTURE),
                new Bad("~8,Ann Lee,GTX,Acme,Won,10/20/2016,,1", "close_date", null, FaultCode.CLOSED_WITHOUT_DATE),
                new Bad(
                        "~9,Ann Lee,GTX,Acme,Won,10/20/2016,3/3/2026,1",
                        "close_date",
                        "3/3/2026",
                        FaultCode.IN_THE_FUTURE),
                new Bad(
                        "~10,Ann Lee,GTX,Acme,Won,10/20/2016,10/19/2016,1",
                        "close_date",
                        "10/19/2016",
                        FaultCode.BEFORE_OPENED),
                new Bad(
                        "~11,Ann Lee,GTX,Acme,Won,10/20/2016,3/1/2017,much",
                        "close_value",
                        "much",
                        FaultCode.NOT_A_NUMBER),
                new Bad("~12,Ann Lee,GTX,Acme,Won,10/20/2016,3/1/2017,-1", "close_value", "-1", FaultCode.NEGATIVE),
                new Bad("~13,Ann Lee,GTX,Acme,Engaging,10/20/2016,", "close_value", "7", FaultCode.FIELD_COUNT),
                new Bad("~14,Ann Lee,GTX,Acme,Engaging,10/20/2016,,,x", null, "9", FaultCode.FIELD_COUNT),
                new Bad("~15,Ann Lee,GTX,Ac\0me,Engaging,10/20/2016,,", "account", "Ac\uFFFDme", FaultCode.UNREADABLE),
                new Bad("~1,Ann Lee,GTX,Acme,Engaging,10/20/2016,,", "opportunity_id", "~1", FaultCode.DUPLICATE_ID),
                new Bad(
                        "~16,Ann Lee,GTX,\"Acme,Engaging,10/20/2016,,",
                        null,
                        "~16,Ann Lee,GTX,\"Acme,Engaging,10/20/2016,,",
                        FaultCode.UNREADABLE));

        @Test
        void aBadRowSaysWhereAndWhyAndTheRestGoesOn() throws IOException {
            var csv = new StringBuilder("\uFEFF" + CrmFiles.HEADER.strip() + "\r\n");
            csv.append(told("~1,Ann Lee,GTX,,Engaging,10/20/2016,,")).append("\r\n");
            BAD.forEach(bad -> csv.append(told(bad.row())).append("\r\n"));
            csv.append(told("~17,Ann Lee,GTX,\"Acme, \"\"Inc\"\"\",Lost,,3/1/2017,"))
                    .append("\r\n");
            var view = imported(csv.toString());

            assertThat(view.status()).isEqualTo("finished");
            assertThat(view.rejected()).extracting(this::shown).containsExactlyElementsOf(expected());
            assertThat(view.rejected()).allMatch(fault -> fault.reason().endsWith("."));
            assertThat(view.rejectedCount()).isEqualTo(BAD.size());
            assertThat(view.read()).isEqualTo(BAD.size() + 2);
            assertThat(view.message()).endsWith("2 created (0 won, 1 lost, 1 running), 0 here already, 18 rejected.");
            assertThat(opportunities.find(prefix + "1").orElseThrow().account()).isEqualTo("Unknown account");
            var lost = opportunities.find(prefix + "17").orElseThrow();
            assertThat(lost.account()).isEqualTo("Acme, \"Inc\"");
            assertThat(lost.status()).isEqualTo(Status.LOST);
            assertThat(ledger.check(prefix + "17").holds()).isTrue();
        }

        @Test
        void aRowWithSeveralFaultsNamesThemAll() throws IOException {
            var view = imported(CrmFiles.HEADER + told("~1,,GTX,Acme,Won,2/30/2017,,much\n"));
            assertThat(view.rejected())
                    .extracting(Rejected::column)
                    .containsExactlyInAnyOrder("sales_agent", "engage_date", "close_date", "close_value");
            assertThat(view.rejectedCount()).isOne();
            assertThat(view.message()).isEqualTo("Nothing changed: 0 rows here already, 1 row rejected.");
        }

        @Test
        void aSecondRunChangesNothingAndSaysSo() throws IOException {
            var own = deals.open();
            var csv = CrmFiles.HEADER + told("~1,Ann Lee,GTX,Acme,Won,10/20/2016,3/1/2017,5\n") + own.id()
                    + ",Ann Lee,GTX,Acme,Lost,10/20/2016,3/1/2017,5\n";
            assertThat(imported(csv).message())
                    .isEqualTo("2 rows read: 1 created (1 won, 0 lost, 0 running), 1 here already, 0 rejected.");
            var before = ledger.history(prefix + "1").entries();
            assertThat(imported(csv).message()).isEqualTo("Nothing changed: all 2 rows were here already.");
            assertThat(ledger.history(prefix + "1").entries()).isEqualTo(before);
            assertThat(own.status()).isEqualTo(Status.OPEN);
        }

        @Test
        void anInterruptedImportGoesOnWhereItStopped() throws IOException {
            var id = received(CrmFiles.HEADER + rows(BATCH + 50));
            worker.work(times(1));
            assertThat(view(id).status()).isEqualTo("running");
            assertThat(view(id).message()).isEqualTo("500 rows read so far.");
            assertThat(view(id).progress().percent()).isBetween(1, 100);
            worker.work(() -> true);
            assertThat(view(id).message()).startsWith("550 rows read: 550 created (550 won");
            assertThat(ledger.history(prefix + "1").entries()).hasSize(2);
        }

        @Test
        void whoLostTheLeaseWritesNothingMore() throws IOException {
            var id = received(CrmFiles.HEADER + rows(BATCH + 50));
            var taken = new ArrayList<ImportRow>();
            worker.work(() -> {
                if (view(id).read() == BATCH && taken.isEmpty()) {
                    clock.advance(settings.lease().plus(Duration.ofSeconds(1)));
                    taken.add(claim("other").orElseThrow());
                }
                return true;
            });
            assertThat(taken).extracting(ImportRow::id).containsExactly(id);
            assertThat(view(id).read()).isEqualTo(BATCH);
            importRun.run(taken.get(0), "other", () -> true);
            assertThat(view(id).message()).startsWith("550 rows read: 550 created");
        }

        @Test
        void nobodyTakesAnImportThatIsWorkedOn() throws IOException {
            var id = received(CrmFiles.HEADER + rows(1));
            assertThat(claim("first").map(ImportRow::id)).contains(id);
            assertThat(claim("second")).isEmpty();
            table.release(id, "first");
            assertThat(claim("second").map(ImportRow::id)).contains(id);
            table.release(id, "second");
            worker.work(() -> true);
        }

        @Test
        void aDealRunsOnTheRoadmapThatIsMeantForItsType() throws IOException {
            var mapping = CrmFiles.MAPPING
                    .replace(", \"roadmap\": \"target-to-close\"", ", \"dealTypes\": {\"GTX Care\": \"renewal\"}")
                    .replace("\"product\": \"product\"", "\"dealType\": \"product\"")
                    .replace("\"time\"", "\"time\", \"first-result\", \"change\"");
            var view = imported(
                    CrmFiles.HEADER
                            + told("~1,Ann Lee,GTX Care,Acme,Engaging,10/20/2016,,\n")
                            + told("~2,Ann Lee,,Acme,Engaging,10/20/2016,,\n")
                            + told("~3,Ann Lee,GTX,Acme,Engaging,10/20/2016,,\n"),
                    mapping);
            assertThat(view.rejected())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.reason())
                            .isEqualTo("product: the mapping does not say what 'GTX' means. It explains: GTX Care."));
            var renewal = opportunities.find(prefix + "1").orElseThrow();
            assertThat(renewal.roadmap()).isEqualTo("renewal");
            assertThat(renewal.stage()).isEqualTo("renewal-decision");
            assertThat(ledger.history(prefix + "1").gained()).containsExactlyInAnyOrder("first-result", "change");
            assertThat(opportunities.find(prefix + "2").orElseThrow().roadmap()).isEqualTo("target-to-close");
        }

        @Test
        void aTypeThatTheNamedRoadmapIsNotMeantForIsRejected() throws IOException {
            var mapping = CrmFiles.MAPPING
                    .replace("target-to-close", "renewal")
                    .replace("\"holds\": [\"fit-hypothesis\", \"value-for-client\", \"time\"]", "\"holds\": []");
            var view = imported(CrmFiles.HEADER + told("~1,Ann Lee,GTX,Acme,Engaging,10/20/2016,,\n"), mapping);
            assertThat(view.rejected())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.reason())
                            .contains("'new-business' does not run on the roadmap 'renewal'"));
        }

        @Test
        void whoeverOwnsADealBecomesAUserWhoCannotSignIn() throws IOException {
            var name = "Zoe " + prefix.replace("-", "");
            imported(CrmFiles.HEADER + told("~1," + name + ",GTX,Acme,Won,10/20/2016,3/1/2017,5\n"));
            var owner = opportunities.find(prefix + "1").orElseThrow().owner();
            assertThat(owner).startsWith("zoe.");
            var user = (UserEntity) identities.createUserQuery().userId(owner).singleResult();
            assertThat(user.getPassword()).isNull();
        }

        static Stream<Arguments> unusable() {
            var rows = "1,Ann Lee,GTX,Acme,Engaging,10/20/2016,,\n";
            var good = CrmFiles.HEADER + rows;
            var map = CrmFiles.MAPPING;
            return Stream.of(
                    arguments("an empty file", "", map, null, "file", FaultCode.UNREADABLE),
                    arguments("no CSV", "PK\3\4\0\0", map, null, "file", FaultCode.UNREADABLE),
                    arguments(
                            "a header without end",
                            "\"opportunity_id\n" + rows,
                            map,
                            null,
                            "file",
                            FaultCode.UNREADABLE),
                    arguments(
                            "a column twice",
                            CrmFiles.HEADER.replace("product", "account") + rows,
                            map.replace("\"product\": \"product\",", ""),
                            null,
                            "file",
                            FaultCode.UNREADABLE),
                    arguments(
                            "a missing column",
                            good,
                            map.replace("\"sales_agent\"", "\"rep\""),
                            null,
                            "columns.owner",
                            FaultCode.UNKNOWN_COLUMN),
                    arguments("no mapping", good, null, null, "mapping", FaultCode.MISSING),
                    arguments("a mapping that is no JSON", good, "{", null, "mapping", FaultCode.UNREADABLE),
                    arguments(
                            "no owner mapped",
                            good,
                            map.replace("\"owner\"", "\"who\""),
                            null,
                            "columns.owner",
                            FaultCode.MISSING),
                    arguments(
                            "no date format",
                            good,
                            map.replace("M/d/yyyy", "whenever"),
                            null,
                            "dateFormat",
                            FaultCode.NOT_A_DATE_FORMAT),
                    arguments(
                            "no currency",
                            good,
                            map.replace("USD", "Dollars"),
                            null,
                            "currency",
                            FaultCode.NOT_A_CURRENCY),
                    arguments(
                            "an unknown roadmap",
                            good,
                            map.replace("target-to-close", "elsewhere"),
                            null,
                            "roadmap",
                            FaultCode.UNKNOWN_ROADMAP),
                    arguments(
                            "an unknown item",
                            good,
                            map.replace("\"time\"", "\"tea\""),
                            null,
                            "stages.Engaging.holds",
                            FaultCode.UNKNOWN_ITEM),
                    arguments(
                            "an unknown status",
                            good,
                            map.replace("\"won\"", "\"win\""),
                            null,
                            "stages.Won.status",
                            FaultCode.NOT_A_CHOICE),
                    arguments(
                            "teams without agents", good, map, "who,manager\na,b\n", "teams", FaultCode.UNKNOWN_COLUMN),
                    arguments(
                            "a team without its agent",
                            good,
                            map,
                            "agent,manager\n,b\n",
                            "teams",
                            FaultCode.UNREADABLE),
                    arguments("teams without end", good, map, "agent,manager\n\"a,b\n", "teams", FaultCode.UNREADABLE));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("unusable")
        void whatCannotBeUsedIsRefusedBeforeAnythingIsStored(
                String name, String csv, String mapping, String teams, String field, FaultCode code)
                throws IOException {
            long before = imports.count();
            var file = new ByteArrayResource(csv.getBytes(StandardCharsets.UTF_8));
            var result = imports.receive(new Imports.Upload(file, "deals.csv", mapping, teams), "olga");
            assertThat(((NotReceived) result).refusal().faults())
                    .extracting(Fault::field, Fault::code)
                    .contains(tuple(field, code));
            assertThat(imports.count()).isEqualTo(before);
        }

        private List<String> expected() {
            return IntStream.range(0, BAD.size())
                    .mapToObj(i -> {
                        var bad = BAD.get(i);
                        var value = bad.value() == null ? null : told(bad.value());
                        return (i + 3) + " " + bad.column() + " " + value + " "
                                + bad.code().value();
                    })
                    .toList();
        }

        private String shown(Rejected fault) {
            return fault.line() + " " + fault.column() + " " + fault.value() + " " + fault.code();
        }

        private String told(String row) {
            return row.replace("~", prefix);
        }

        private String rows(int count) {
            return IntStream.rangeClosed(1, count)
                    .mapToObj(n -> told("~" + n + ",Ann Lee,GTX,Acme,Won,10/20/2016,3/1/2017,5\n"))
                    .collect(Collectors.joining());
        }

        private static BooleanSupplier times(int count) {
            var left = new int[] {count};
            return () -> left[0]-- > 0;
        }

        private Optional<ImportRow> claim(String by) {
            return Optional.ofNullable(transactions.execute(
                    tx -> table.claim(by, clock.instant(), settings.lease()).orElse(null)));
        }

        private ImportView imported(String csv) throws IOException {
            var id = received(csv);
            worker.work(() -> true);
            return view(id);
        }

        private ImportView imported(String csv, String mapping) throws IOException {
            var file = new ByteArrayResource(csv.getBytes(StandardCharsets.UTF_8));
            var result = imports.receive(new Imports.Upload(file, "deals.csv", mapping, null), "olga");
            worker.work(() -> true);
            return view(((Received) result).view().id());
        }

        private String received(String csv) throws IOException {
            var result = imports.receive(CrmFiles.upload(csv), "olga");
            return ((Received) result).view().id();
        }

        private ImportView view(String id) {
            return imports.find(id, 0, 1_000).orElseThrow();
        }
    }
}
