package com.targettoclose.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.ledger.PersonalTexts;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import com.targettoclose.testing.TestClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("what names people and is old")
class RetentionTests {

    private static final Duration MONTHS = Duration.ofDays(90);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration YEARS = Duration.ofDays(1825);
    private static final int BATCH = 2;

    @Nested
    @OnH2
    @DisplayName("on H2")
    class OnH2Database extends Kept {}

    @Nested
    @OnPostgres
    @DisplayName("on PostgreSQL")
    class OnPostgresDatabase extends Kept {}

    abstract static class Kept {

        @Autowired
        RetentionTable table;

        @Autowired
        DatabaseFile file;

        @Autowired
        PersonalTexts texts;

        @Autowired
        Opportunities opportunities;

        @Autowired
        TransactionTemplate transactions;

        @Autowired
        TestClock clock;

        @Autowired
        Deals deals;

        @Autowired
        Ledger ledger;

        @Autowired
        JdbcTemplate jdbc;

        @Test
        @DisplayName("is deleted of imports: what rejected rows held and the teams, never how many there were")
        void imports() {
            var old = ended(MONTHS.plusDays(1));
            var young = ended(MONTHS.minusDays(1));
            delete(Duration.ZERO, Duration.ZERO, Duration.ZERO);
            assertThat(rejected(old)).isEqualTo(3);
            delete(MONTHS, Duration.ZERO, Duration.ZERO);
            assertThat(rejected(old)).isZero();
            assertThat(rejected(young)).isEqualTo(3);
            assertThat(of(old, "teams")).isNull();
            assertThat(of(old, "rejected")).isEqualTo(3L);
            assertThat(of(young, "teams")).isNotNull();
        }

        @Test
        @DisplayName("is deleted of call notes once the deal has ended for long, and nobody wrote since")
        void callNotes() {
            var open = noted(deals.open(), YEARS);
            var justLost = noted(lost(deals.open(), YEAR.minusDays(1)), YEARS);
            var lost = noted(lost(deals.open(), YEAR.plusDays(1)), YEARS);
            var writtenSince = noted(lost(deals.open(), YEAR.plusDays(1)), Duration.ofDays(1));
            delete(Duration.ZERO, YEAR, Duration.ZERO);
            assertThat(List.of(open, justLost, writtenSince))
                    .allSatisfy(deal -> assertThat(rows("t2c_call_notes", deal)).isOne());
            assertThat(rows("t2c_call_notes", lost)).isZero();
        }

        @Test
        @DisplayName("is erased of words, where that is wished: the ledger says so and holds")
        void words() {
            var held = IntStream.range(0, BATCH + 1)
                    .mapToObj(n -> lost(heard(), YEARS.plusDays(1)))
                    .toList();
            var young = lost(heard(), YEARS.minusDays(1));
            delete(MONTHS, YEAR, Duration.ZERO);
            assertThat(held)
                    .allSatisfy(
                            deal -> assertThat(rows("t2c_personal_text", deal)).isPositive());
            delete(MONTHS, YEAR, YEARS);
            delete(MONTHS, YEAR, YEARS);
            assertThat(held).allSatisfy(deal -> {
                assertThat(rows("t2c_personal_text", deal)).isZero();
                assertThat(ledger.check(deal.id()).holds()).isTrue();
                assertThat(deal.history().entries())
                        .filteredOn(it -> it.kind() == EntryKind.ERASED)
                        .singleElement()
                        .satisfies(it -> assertThat(it.recordedBy()).isEqualTo(Ledger.SYSTEM));
            });
            assertThat(rows("t2c_personal_text", young)).isPositive();
        }

        private void delete(Duration rejectedRows, Duration callNotes, Duration words) {
            var settings = new RetentionSettings(rejectedRows, callNotes, words, false, Duration.ofHours(1), BATCH);
            new DeleteWhatIsOld(table, file, texts, opportunities, settings, transactions, clock).look();
        }

        private Deal heard() {
            var deal = deals.open();
            return deal.gain(deal.openConversations().get(0));
        }

        private Deal lost(Deal deal, Duration ago) {
            jdbc.update(
                    "update t2c_opportunity set status = 'lost', closed_on = ? where id = ?",
                    clock.today().minusDays(ago.toDays()),
                    deal.id());
            return deal;
        }

        private Deal noted(Deal deal, Duration ago) {
            jdbc.update(
                    "insert into t2c_call_notes (opportunity_id, conversation, questions, concerns, fallback_ask, notes,"
                            + " version, written_by, written_at) values (?, 'any', 'Who decides?', '', '', '', 1, 'x', ?)",
                    deal.id(),
                    ago(ago));
            return deal;
        }

        private String ended(Duration ago) {
            var id = UUID.randomUUID().toString();
            jdbc.update(
                    "insert into t2c_import (id, status, file_name, file_bytes, mapping, teams, imported_by, created_at,"
                            + " finished_at, rejected) values (?, 'finished', 'x.csv', 1, '{}', 'a,b', 'x', ?, ?, 3)",
                    id,
                    ago(ago),
                    ago(ago));
            IntStream.range(0, 3)
                    .forEach(line -> jdbc.update(
                            "insert into t2c_import_rejected (import_id, line_number, fault_number, field_value, code,"
                                    + " reason) values (?, ?, 0, 'Ada Brook', 'x', 'x')",
                            id,
                            line));
            return id;
        }

        private Timestamp ago(Duration ago) {
            return Timestamp.from(clock.instant().minus(ago));
        }

        private long rejected(String importId) {
            return jdbc.queryForObject(
                    "select count(*) from t2c_import_rejected where import_id = ?", Long.class, importId);
        }

        private Object of(String importId, String column) {
            return jdbc.queryForMap("select " + column + " from t2c_import where id = ?", importId)
                    .get(column);
        }

        private long rows(String name, Deal deal) {
            return jdbc.queryForObject(
                    "select count(*) from " + name + " where opportunity_id = ?", Long.class, deal.id());
        }
    }

    @Test
    @DisplayName("is not deleted within a day by a setting that was mistyped")
    void tooShort() {
        assertThatThrownBy(() ->
                        new RetentionSettings(Duration.ofMillis(90), YEAR, Duration.ZERO, true, Duration.ofHours(1), 1))
                .hasMessageContaining("t2c.keep.rejected-rows");
    }
}
