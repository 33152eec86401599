package com.targettoclose.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deals with an entry that was not taken, and that nobody tries any more until somebody has decided. */
@Repository
public class DeadLetters {

    private final JdbcClient jdbc;

    DeadLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A deal that waits for somebody.
     *
     * @param number the entry that was not taken
     * @param attempts how often it was tried
     * @param deadAt since when nobody tries any more
     */
    public record Waiting(
            String opportunityId,
            int number,
            int attempts,
            @Nullable String fault,
            Instant deadAt) {}

    /** How many there are. */
    public long count() {
        return jdbc.sql("select count(*) from t2c_delivery where dead_at is not null")
                .query(Long.class)
                .single();
    }

    /** Some of them, the oldest first. */
    List<Waiting> some(int skip, int most) {
        return jdbc.sql("""
                        select d.*, o.delivered_entries + 1 as number from t2c_delivery d
                        join t2c_opportunity o on o.id = d.opportunity_id where d.dead_at is not null
                        order by d.dead_at, d.opportunity_id offset :skip rows fetch first :most rows only""")
                .param("skip", skip)
                .param("most", most)
                .query((row, n) -> new Waiting(
                        row.getString("opportunity_id"),
                        row.getInt("number"),
                        row.getInt("attempts"),
                        row.getString("fault"),
                        Objects.requireNonNull(row.getTimestamp("dead_at")).toInstant()))
                .list();
    }

    /** Has a dead deal tried again from where it stopped; false where there is none of that name. */
    boolean again(String id) {
        return jdbc.sql("delete from t2c_delivery where opportunity_id = :id and dead_at is not null")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Has all of them tried again, and says how many there were. */
    int allAgain() {
        return jdbc.sql("delete from t2c_delivery where dead_at is not null").update();
    }

    /** The number of the entry at which a dead deal stopped. */
    Optional<Integer> number(String id) {
        return jdbc.sql("""
                        select o.delivered_entries + 1 from t2c_delivery d join t2c_opportunity o on o.id = d.opportunity_id
                        where d.opportunity_id = :id and d.dead_at is not null""").param("id", id).query(Integer.class).optional();
    }
}
