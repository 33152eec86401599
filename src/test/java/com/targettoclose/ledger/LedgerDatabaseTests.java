package com.targettoclose.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.targettoclose.conversation.Channel;
import com.targettoclose.conversation.Proof;
import com.targettoclose.ledger.ChainCheck.Fault;
import com.targettoclose.ledger.ChainCheck.Finding;
import com.targettoclose.opportunity.DealType;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.Status;
import com.targettoclose.opportunity.Terms;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import com.targettoclose.testing.SpringTest;
import com.targettoclose.testing.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

class LedgerDatabaseTests {

    @Nested
    @OnH2
    class OnH2Database extends Body {

        @Override
        void pastTheTriggers(String statement) {
            sql.execute("drop trigger t2c_ledger_entry_append_only");
            sql.execute("alter table t2c_ledger_entry set referential_integrity false");
            try {
                assertThat(sql.update(statement)).as(statement).isPositive();
            } finally {
                sql.execute("alter table t2c_ledger_entry set referential_integrity true");
                sql.execute("create trigger t2c_ledger_entry_append_only before update, delete on t2c_ledger_entry"
                        + " for each row call \"com.targettoclose.ledger.RefuseChange\"");
            }
        }
    }

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Body {

        @Override
        void pastTheTriggers(String statement) {
            sql.execute("alter table t2c_ledger_entry disable trigger all");
            try {
                assertThat(sql.update(statement)).as(statement).isPositive();
            } finally {
                sql.execute("alter table t2c_ledger_entry enable trigger all");
            }
        }

        @Test
        void truncateIsRefusedInCascadeToo() {
            assertRefused("truncate t2c_opportunity cascade");
        }
    }

    abstract static class Body {

        private static final String WORDS = "We will change the line in May";

        private final String id = UUID.randomUUID().toString();

        @Autowired
        PersonalTexts personalTexts;

        @Autowired
        Ledger ledger;

        @Autowired
        LedgerTable table;

        @Autowired
        Opportunities opportunities;

        @Autowired
        JdbcTemplate sql;

        @Autowired
        TransactionTemplate transaction;

        @Autowired
        TestClock clock;

        /** Changes entries as somebody would who owns the database, with the triggers back in place afterwards. */
        abstract void pastTheTriggers(String statement);

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "update t2c_ledger_entry set item = 'time' where opportunity_id = '%s'",
                    "update t2c_ledger_entry set recorded_by = recorded_by where opportunity_id = '%s'",
                    "delete from t2c_ledger_entry where opportunity_id = '%s' and entry_number = 3",
                    "delete from t2c_ledger_entry where opportunity_id = '%s'",
                    "delete from t2c_opportunity where id = '%s'",
                    "update t2c_opportunity set id = 'other' where id = '%s'",
                    "truncate table t2c_ledger_entry"
                })
        void theDatabaseItselfRefusesChanges(String statement) {
            write(3);
            assertRefused(statement.formatted(id));
            assertThat(ledger.history(id).entries()).hasSize(3);
            assertThat(ledger.check(id).findings()).isEmpty();
        }

        @ParameterizedTest(name = "entry {0} after {1}")
        @CsvSource({"2, 1", "1, null", "5, 4", "4, null", "4, 2", "0, null"})
        void theDatabaseItselfRefusesEntriesOutOfLine(int number, String previous) {
            write(3);
            assertRefused("insert into t2c_ledger_entry (opportunity_id, entry_number, previous_number, kind, detail,"
                    + " recorded_by, recorded_at, mac) values ('" + id + "', " + number + ", " + previous
                    + ", 'gained', '{}', 'eve', current_timestamp, '')");
        }

        @Test
        void anEntryOutsideATransactionIsRefused() {
            write(1);
            assertThatThrownBy(() -> ledger.append(id, List.of(gained("change")), "ledger-rep"))
                    .isInstanceOf(IllegalTransactionStateException.class);
        }

        @Test
        void theChainHoldsAfterManyEntries() {
            write(1);
            for (int n = 0; n < 40; n++) {
                append(
                        gained("change"),
                        Draft.of(EntryKind.NOT_YET).item("time").said(null, "later " + n));
            }
            assertThat(numbers()).isEqualTo(IntStream.rangeClosed(1, 81).boxed().toList());
            assertThat(ledger.check(id).findings()).isEmpty();
        }

        @Test
        void theChainHoldsWhileEntriesAreBeingWritten() throws Exception {
            write(1);
            var writer = Executors.newSingleThreadExecutor();
            try {
                var writing = writer.submit(() -> {
                    for (int n = 0; n < 200; n++) {
                        append(gained("change").said("Dana", WORDS));
                    }
                });
                while (!writing.isDone()) {
                    assertThat(findings()).isEmpty();
                }
                writing.get();
            } finally {
                writer.shutdown();
            }
            assertThat(ledger.history(id).entries()).hasSize(201);
            assertThat(findings()).isEmpty();
        }

        @Test
        void entriesOfSeveralOpportunitiesAreWrittenTogether() {
            var other = UUID.randomUUID().toString();
            add(id);
            add(other);
            transaction.executeWithoutResult(status -> ledger.append(
                    Map.of(id, List.of(gained("change")), other, List.of(gained("time"), gained("change"))),
                    "ledger-rep"));
            assertThat(ledger.history(id).entries()).hasSize(1);
            assertThat(ledger.history(other).entries()).hasSize(2);
            assertThat(ledger.check(id).holds()).isTrue();
            assertThat(ledger.check(other).holds()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "kind = 'withdrawn'",
                    "item = 'time'",
                    "item = null",
                    "provenance = 'afterwards'",
                    "detail = '{\"nextStepOn\":\"2026-04-02\"}'",
                    "channel = 'call'",
                    "proof = 'signature'",
                    "proof = null",
                    "link = 'https://mail.example.com/2'",
                    "occurred_on = date '2026-03-01'",
                    "recorded_by = 'eve'",
                    "recorded_at = recorded_at - interval '1' day",
                    "conversation = 'UserTask_Other'",
                    "task_id = 'task-9'",
                    "process_definition = 'stage-other'",
                    "process_version = 8",
                    "personal_digest = null",
                    "mac = 'f00'"
                })
        void anEditIsFound(String edit) {
            write(1);
            append(gainedInFull());
            append(gained("time"));
            pastTheTriggers("update t2c_ledger_entry set " + edit + " where entry_number = 2 and opportunity_id = '"
                    + id + "'");
            assertThat(findings())
                    .contains(new Finding(2, Fault.CHANGED))
                    .doesNotContain(new Finding(1, Fault.CHANGED));
        }

        @Test
        void anEditOfTheNewestEntryIsFound() {
            write(3);
            pastTheTriggers(
                    "update t2c_ledger_entry set item = 'x' where entry_number = 3 and opportunity_id = '" + id + "'");
            assertThat(findings()).containsExactly(new Finding(3, Fault.CHANGED));
        }

        @Test
        void aRemovedEntryIsFound() {
            write(4);
            pastTheTriggers("delete from t2c_ledger_entry where entry_number = 2 and opportunity_id = '" + id + "'");
            assertThat(findings()).containsExactlyInAnyOrder(new Finding(3, Fault.GAP), new Finding(3, Fault.CHANGED));
        }

        @Test
        void aCutTailIsFound() {
            write(4);
            pastTheTriggers("delete from t2c_ledger_entry where entry_number = 4 and opportunity_id = '" + id + "'");
            assertThat(findings()).containsExactly(new Finding(0, Fault.TAIL_CUT));
        }

        @Test
        void aCutTailIsFoundThoughTheHeadIsSetBackToAnOlderEntry() {
            write(4);
            pastTheTriggers("delete from t2c_ledger_entry where entry_number = 4 and opportunity_id = '" + id + "'");
            sql.update(
                    "update t2c_opportunity set ledger_entries = 3, ledger_mac = (select mac from t2c_ledger_entry"
                            + " where entry_number = 3 and opportunity_id = ?) where id = ?",
                    id,
                    id);
            assertThat(findings()).containsExactly(new Finding(0, Fault.TAIL_CUT));
        }

        @Test
        void anEmptiedLedgerIsFoundThoughTheHeadIsEmptiedToo() {
            write(1);
            pastTheTriggers("delete from t2c_ledger_entry where opportunity_id = '" + id + "'");
            sql.update(
                    "update t2c_opportunity set ledger_entries = 0, ledger_mac = '', ledger_seal = '' where id = ?",
                    id);
            assertThat(findings()).containsExactly(new Finding(0, Fault.TAIL_CUT));
        }

        @Test
        void anEntryThatSomebodyAddsWithoutTheKeyIsFound() {
            write(2);
            sql.update(
                    "insert into t2c_ledger_entry (opportunity_id, entry_number, previous_number, kind, item, detail,"
                            + " recorded_by, recorded_at, mac) values ('" + id
                            + "', 3, 2, 'gained', 'decide', '{}', 'rita',"
                            + " current_timestamp, 'f00')");
            assertThat(findings())
                    .containsExactlyInAnyOrder(new Finding(3, Fault.CHANGED), new Finding(0, Fault.TAIL_CUT));
        }

        @Test
        void anEntryOfAnotherOpportunityDoesNotFit() {
            var other = UUID.randomUUID().toString();
            write(2);
            add(other);
            transaction.executeWithoutResult(status -> ledger.append(other, List.of(gained("decide")), "ledger-rep"));
            pastTheTriggers("update t2c_ledger_entry set mac = (select mac from t2c_ledger_entry where entry_number = 1"
                    + " and opportunity_id = '" + other + "') where entry_number = 1 and opportunity_id = '" + id
                    + "'");
            assertThat(findings()).contains(new Finding(1, Fault.CHANGED));
        }

        @Test
        void anotherKeyFitsNothing() {
            write(2);
            var forger = new Ledger(
                    table,
                    opportunities,
                    new LedgerSettings("another-key-" + SpringTest.LEDGER_KEY, List.of(), List.of()),
                    clock,
                    event -> {});
            assertThat(forger.check(id).findings())
                    .containsExactlyInAnyOrder(
                            new Finding(1, Fault.CHANGED),
                            new Finding(2, Fault.CHANGED),
                            new Finding(0, Fault.TAIL_CUT));
        }

        @Test
        void oneKeyTakesThePlaceOfAnother() {
            var old = SpringTest.LEDGER_KEY;
            var fresh = "another-key-" + old;
            write(2);
            var before = keyed(old, List.of(fresh), List.of());
            var after = keyed(fresh, List.of(old), List.of());
            assertThat(after.check(id)).isEqualTo(new ChainCheck(List.of(), true));
            transaction.executeWithoutResult(status -> after.append(id, List.of(gained("decide")), "ledger-rep"));
            assertThat(after.check(id)).isEqualTo(new ChainCheck(List.of(), false));
            assertThat(before.check(id))
                    .as("a node that still has the old one")
                    .isEqualTo(new ChainCheck(List.of(), true));
            transaction.executeWithoutResult(status -> before.append(id, List.of(gained("change")), "ledger-rep"));
            assertThat(after.check(id).sealedOtherwise()).isTrue();
            var retired = keyed(fresh, List.of(), List.of(old));
            assertThat(retired.check(id).findings()).containsExactly(new Finding(0, Fault.TAIL_CUT));
            transaction.executeWithoutResult(status -> after.seal(id));
            assertThat(after.check(id)).isEqualTo(new ChainCheck(List.of(), false));
            assertThat(retired.check(id)).isEqualTo(new ChainCheck(List.of(), false));
            assertThat(keyed(fresh, List.of(), List.of()).check(id).findings())
                    .as("the keys of former times are kept as long as the entries")
                    .contains(new Finding(1, Fault.CHANGED));
        }

        @Test
        void whoHasARetiredKeyForgesNothing() {
            var old = SpringTest.LEDGER_KEY;
            var fresh = "another-key-" + old;
            write(2);
            var after = keyed(fresh, List.of(old), List.of());
            transaction.executeWithoutResult(status -> after.seal(id));
            pastTheTriggers("delete from t2c_ledger_entry where entry_number = 2 and opportunity_id = '" + id + "'");
            var first = sql.queryForMap(
                    "select mac from t2c_ledger_entry where entry_number = 1 and opportunity_id = ?", id);
            var forged = new Chain(new LedgerSettings(old, List.of(), List.of()))
                    .head(id, 1, String.valueOf(first.get("mac")));
            sql.update(
                    "update t2c_opportunity set ledger_entries = 1, ledger_mac = ?, ledger_seal = ? where id = ?",
                    forged.mac(),
                    forged.seal(),
                    id);
            assertThat(keyed(old, List.of(), List.of()).check(id).holds()).isTrue();
            assertThat(keyed(fresh, List.of(), List.of(old)).check(id).findings())
                    .containsExactly(new Finding(0, Fault.TAIL_CUT));
            transaction.executeWithoutResult(status ->
                    keyed(fresh, List.of(), List.of(old)).append(id, List.of(gained("decide")), "ledger-rep"));
            assertThat(keyed(fresh, List.of(), List.of(old)).check(id).findings())
                    .as("what is written later covers nothing up")
                    .containsExactly(new Finding(0, Fault.TAIL_CUT));
            transaction.executeWithoutResult(
                    status -> keyed(fresh, List.of(), List.of(old)).seal(id));
            assertThat(keyed(fresh, List.of(), List.of(old)).check(id).holds()).isFalse();
        }

        private Ledger keyed(String key, List<String> others, List<String> retired) {
            return new Ledger(table, opportunities, new LedgerSettings(key, others, retired), clock, event -> {});
        }

        @Test
        void erasingAPersonTakesTheirWordsAndLeavesTheChainWhole() {
            write(1);
            append(
                    gained("change").said("Dana Whitfield", WORDS),
                    gained("time").said("Dana Whitfield", "On Monday"));
            append(gained("explore").said("Lee Ortiz", "You may see our figures"));
            int erased = transaction.execute(
                    status -> personalTexts.erase(List.of(id), "Dana Whitfield", "asked by letter", "ops1"));
            assertThat(erased).isEqualTo(1);
            assertThat(findings()).isEmpty();
            var entries = ledger.historyWithText(id).entries();
            assertThat(entries.get(1).content().words()).isNull();
            assertThat(entries.get(2).content().contact()).isNull();
            assertThat(entries.get(3).content().words()).isEqualTo("You may see our figures");
            assertThat(entries.get(4).kind()).isEqualTo(EntryKind.ERASED);
            assertThat(entries.get(4).recordedBy()).isEqualTo("ops1");
            assertThat(entries.get(4).content().detail()).containsEntry("reason", "asked by letter");
            assertThat(ledger.history(id).holdings().get("change").gained()).isTrue();
            assertThat(sql.queryForList(
                            "select words from t2c_personal_text where opportunity_id = ?", String.class, id))
                    .noneMatch(words -> words.contains(WORDS));
        }

        @Test
        void erasingAPersonWhomTheLedgerDoesNotNameWritesNothing() {
            write(2);
            assertThat(transaction.<Integer>execute(
                            status -> personalTexts.erase(List.of(id), "Nobody", "asked", "ops1")))
                    .isZero();
            assertThat(ledger.history(id).entries()).hasSize(2);
        }

        @Test
        void textThatIsGoneWithoutAnErasureIsFound() {
            write(1);
            append(gained("change").said("Dana", WORDS), gained("time").said("Dana", "On Monday at nine"));
            sql.update("delete from t2c_personal_text where opportunity_id = ?", id);
            assertThat(findings())
                    .containsExactlyInAnyOrder(new Finding(2, Fault.TEXT_MISSING), new Finding(3, Fault.TEXT_MISSING));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"contact = 'Lee'", "contact = null", "words = '{\"2\":\"We never said that\"}'", "salt = 'x'"
                })
        void textThatIsChangedIsFound(String change) {
            write(1);
            append(gained("change").said("Dana", WORDS));
            sql.update("update t2c_personal_text set " + change + " where opportunity_id = ?", id);
            assertThat(findings()).containsExactly(new Finding(2, Fault.TEXT_CHANGED));
        }

        @Test
        void anEntryReadsBackAsItWasWritten() {
            clock.advance(Duration.ofNanos(123_987_654));
            write(1);
            var draft = gainedInFull();
            append(draft);
            var entry = ledger.historyWithText(id).entries().get(1);
            assertThat(entry.content()).isEqualTo(draft);
            assertThat(entry.recordedAt()).isEqualTo(clock.instant().truncatedTo(ChronoUnit.MILLIS));
            assertThat(entry.recordedAt()).isEqualTo("2026-03-02T09:00:00.123Z");
            assertThat(findings()).isEmpty();
            assertThat(ledger.history(id).entries().get(1).content())
                    .isEqualTo(gainedInFull().said(null, null));
        }

        @ParameterizedTest
        @ValueSource(strings = {"Pacific/Kiritimati", "America/Los_Angeles", "Europe/Berlin", "Asia/Kolkata"})
        void daysAndInstantsAreTheSameInEveryZone(String zone) {
            var before = TimeZone.getDefault();
            try {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                write(1);
                append(
                        gained("change").occurredOn(LocalDate.of(2026, 3, 29)),
                        gained("time").occurredOn(LocalDate.of(1900, 1, 1)));
                TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
                var entries = ledger.history(id).entries();
                assertThat(entries.get(1).content().occurredOn()).isEqualTo("2026-03-29");
                assertThat(entries.get(2).content().occurredOn()).isEqualTo("1900-01-01");
                assertThat(entries.get(1).recordedAt()).isEqualTo(TestClock.START);
                assertThat(findings()).isEmpty();
            } finally {
                TimeZone.setDefault(before);
            }
        }

        @Test
        void longAndForeignTextIsKeptWhole() {
            var words = "变更 изменение 😀 ʻokina \"quoted\" \\ \t\n".repeat(120).substring(0, 3990);
            var contact = "Þórunn Ægisdóttir 😀";
            var link = "https://x.example/" + "p".repeat(2000 - 18);
            write(1);
            append(
                    gained("change").said(contact, words).proven(Proof.DOCUMENT, link),
                    gained("time").said(contact, "ß".repeat(4000)));
            var entries = ledger.historyWithText(id).entries();
            assertThat(entries.get(1).content().words()).isEqualTo(words);
            assertThat(entries.get(1).content().contact()).isEqualTo(contact);
            assertThat(entries.get(1).content().link()).isEqualTo(link);
            assertThat(entries.get(2).content().words()).hasSize(4000);
            assertThat(findings()).isEmpty();
        }

        @Test
        void twoWhoWriteAtOnceWriteInLine() throws Exception {
            write(1);
            int rounds = 30;
            var ready = new CountDownLatch(2);
            var threads = Executors.newFixedThreadPool(2);
            try {
                var writers = Stream.of("ledger-rep", "sam")
                        .<Future<?>>map(who -> threads.submit(() -> {
                            ready.countDown();
                            ready.await();
                            for (int n = 0; n < rounds; n++) {
                                transaction.executeWithoutResult(status -> {
                                    assertThat(opportunities.lock(id)).isPresent();
                                    ledger.append(id, List.of(gained("change").said(who, WORDS), gained("time")), who);
                                });
                            }
                            return null;
                        }))
                        .toList();
                for (var writer : writers) {
                    writer.get();
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(numbers())
                    .isEqualTo(IntStream.rangeClosed(1, 1 + 4 * rounds).boxed().toList());
            assertThat(ledger.history(id).entries())
                    .extracting(Entry::recordedBy)
                    .contains("ledger-rep", "sam");
            assertThat(findings()).isEmpty();
        }

        void assertRefused(String statement) {
            assertThatThrownBy(() -> sql.update(statement)).as(statement).isInstanceOf(DataAccessException.class);
        }

        private List<Finding> findings() {
            return ledger.check(id).findings();
        }

        private List<Integer> numbers() {
            return ledger.history(id).entries().stream().map(Entry::number).toList();
        }

        /** The opportunity and so many entries. */
        private void write(int entries) {
            add(id);
            append(Draft.of(EntryKind.OPENED).occurredOn(clock.today()));
            for (int n = 1; n < entries; n++) {
                append(gained("change"));
            }
        }

        private void add(String opportunityId) {
            var added = new Opportunity(
                    opportunityId,
                    "Northwind Traders",
                    "ledger-rep",
                    new Terms(null, null, DealType.NEW_BUSINESS),
                    "target-to-close",
                    Status.OPEN,
                    "target",
                    null,
                    null,
                    clock.today(),
                    null,
                    null,
                    clock.instant());
            opportunities.add(List.of(added), Map.of());
        }

        private void append(Draft... drafts) {
            transaction.executeWithoutResult(status -> ledger.append(id, List.of(drafts), "ledger-rep"));
        }

        private Draft gained(String item) {
            return Draft.of(EntryKind.GAINED)
                    .item(item)
                    .provenance(Provenance.TIMELY)
                    .occurredOn(clock.today());
        }

        private Draft gainedInFull() {
            return gained("change")
                    .detail(Map.of("nextStepOn", "2026-03-09"))
                    .said("Dana", WORDS)
                    .over(Channel.MEETING)
                    .proven(Proof.MESSAGE, "https://mail.example.com/1")
                    .from(new Draft.Origin("UserTask_Change", "task-1", "stage-discovery", 7));
        }
    }
}
