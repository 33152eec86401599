package com.targettoclose.process.reviews;

import com.targettoclose.conversation.Choice;
import com.targettoclose.process.reviews.Review.Decision;
import com.targettoclose.process.reviews.Review.Held;
import com.targettoclose.process.reviews.Review.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of reviews and of what came of them: insert only. */
@Repository
class ReviewTable {

    private static final String REVIEWS =
            "select r.*, d.decision, d.reason, d.decided_by, d.decided_at from t2c_review r"
                    + " left join t2c_review_decision d on d.review = r.number ";
    private static final String OF = "where (:reviewer = '' or r.reviewer = :reviewer) ";

    private final JdbcClient jdbc;

    ReviewTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int nextNumber() {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from t2c_review")
                .query(Integer.class)
                .single();
    }

    void add(Review review) {
        jdbc.sql("""
                        insert into t2c_review (number, kind, reviewer, first_day, last_day, opened_at, due_on)
                        values (:number, :kind, :reviewer, :firstDay, :lastDay, :openedAt, :dueOn)""")
                .param("number", review.number())
                .param("kind", review.kind().value())
                .param("reviewer", review.reviewer())
                .param("firstDay", review.firstDay())
                .param("lastDay", review.lastDay())
                .param("openedAt", Timestamp.from(review.openedAt()))
                .param("dueOn", review.dueOn())
                .update();
    }

    void hold(int number, Held held) {
        jdbc.sql("""
                        insert into t2c_review_decision (review, decision, reason, decided_by, decided_at)
                        values (:number, :decision, :reason, :by, :at)""")
                .param("number", number)
                .param("decision", held.decision().value())
                .param("reason", held.reason())
                .param("by", held.by())
                .param("at", Timestamp.from(held.at()))
                .update();
    }

    /** A review; nobody else can hold it until the transaction ends. */
    Optional<Review> lock(int number) {
        jdbc.sql("select number from t2c_review where number = :number for update")
                .param("number", number)
                .query(Integer.class)
                .optional();
        return find(number);
    }

    Optional<Review> find(int number) {
        return jdbc.sql(REVIEWS + "where r.number = :number")
                .param("number", number)
                .query((row, n) -> read(row))
                .optional();
    }

    /** One page, newest first; an empty reviewer asks for everybody's. */
    List<Review> page(String reviewer, int page, int size) {
        return jdbc.sql(REVIEWS + OF + "order by r.number desc limit :size offset :offset")
                .param("reviewer", reviewer)
                .param("size", size)
                .param("offset", (long) page * size)
                .query((row, n) -> read(row))
                .list();
    }

    long count(String reviewer) {
        return jdbc.sql("select count(*) from t2c_review r " + OF)
                .param("reviewer", reviewer)
                .query(Long.class)
                .single();
    }

    /** Those that nobody held and that were due before a day, but not before another. */
    List<Review> leftBetween(LocalDate from, LocalDate before) {
        return jdbc.sql(REVIEWS
                        + "where d.review is null and r.due_on >= :from and r.due_on < :before order by r.number")
                .param("from", from)
                .param("before", before)
                .query((row, n) -> read(row))
                .list();
    }

    /** The last day that was looked at, by kind and reviewer. */
    Map<String, LocalDate> lastDays() {
        Map<String, LocalDate> days = new HashMap<>();
        jdbc.sql("select kind, reviewer, max(last_day) as last_day from t2c_review group by kind, reviewer")
                .query(row -> {
                    days.put(
                            row.getString("kind") + " " + row.getString("reviewer"),
                            row.getObject("last_day", LocalDate.class));
                });
        return days;
    }

    /** The managers who lead somebody, in alphabetical order. */
    List<String> managers() {
        return jdbc.sql("select distinct manager from t2c_team_member where manager <> member order by manager")
                .query(String.class)
                .list();
    }

    /** Whether reviews are held, the leaders' first. */
    List<ReviewCount> counts(LocalDate today) {
        return jdbc.sql("""
                        select r.kind, r.reviewer, count(d.review) as held,
                               count(case when d.review is null and r.due_on < :today then 1 end) as not_held,
                               max(case when d.review is not null then r.last_day end) as last_held
                        from t2c_review r left join t2c_review_decision d on d.review = r.number
                        group by r.kind, r.reviewer order by r.kind, r.reviewer""")
                .param("today", today)
                .query((row, n) -> new ReviewCount(
                        kind(row),
                        row.getString("reviewer"),
                        row.getLong("held"),
                        row.getLong("not_held"),
                        row.getObject("last_held", LocalDate.class)))
                .list();
    }

    private static Review read(ResultSet row) throws SQLException {
        return new Review(
                row.getInt("number"),
                kind(row),
                row.getString("reviewer"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getTimestamp("opened_at").toInstant(),
                row.getObject("due_on", LocalDate.class),
                held(row));
    }

    private static Kind kind(ResultSet row) throws SQLException {
        return Choice.of(Kind.class, row.getString("kind")).orElseThrow();
    }

    private static @Nullable Held held(ResultSet row) throws SQLException {
        var decision = row.getString("decision");
        return decision == null
                ? null
                : new Held(
                        Choice.of(Decision.class, decision).orElseThrow(),
                        Objects.requireNonNull(row.getString("reason")),
                        Objects.requireNonNull(row.getString("decided_by")),
                        row.getTimestamp("decided_at").toInstant());
    }
}
