package com.targettoclose.opportunity;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads lists of opportunities as they were last committed, without locking any. */
@Repository
public class OpportunityLists {

    private final JdbcClient jdbc;

    OpportunityLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One page of those that fit, newest first. */
    public List<Opportunity> page(OpportunityFilter filter, int page, int size) {
        return jdbc.sql("select " + OpportunityRow.COLUMNS + " from t2c_opportunity" + filter.where()
                        + " order by created_at desc, id limit :limit offset :offset")
                .params(filter.params())
                .param("limit", size)
                .param("offset", (long) page * size)
                .query((row, n) -> OpportunityRow.read(row))
                .list();
    }

    /** Those of these owners that have one of these statuses, newest first, at most so many. */
    public List<Opportunity> ofOwners(Collection<String> owners, Set<Status> statuses, int most) {
        return jdbc.sql("select " + OpportunityRow.COLUMNS + " from t2c_opportunity"
                        + " where owner in (:owners) and status in (:statuses)"
                        + " order by created_at desc, id limit :most")
                .param("owners", owners)
                .param("statuses", statuses.stream().map(Status::value).toList())
                .param("most", most)
                .query((row, n) -> OpportunityRow.read(row))
                .list();
    }

    /** Those of these ids, in the order of their accounts. */
    public List<Opportunity> all(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select " + OpportunityRow.COLUMNS + " from t2c_opportunity where id in (:ids)"
                                + " order by account, id")
                        .param("ids", ids)
                        .query((row, n) -> OpportunityRow.read(row))
                        .list();
    }

    /** The next of those that run or ran on a roadmap, in the order of their ids. */
    public List<Opportunity> onARoadmap(String afterId, int most) {
        return jdbc.sql("select " + OpportunityRow.COLUMNS + " from t2c_opportunity"
                        + " where id > :after and process_instance_id is not null order by id limit :most")
                .param("after", afterId)
                .param("most", most)
                .query((row, n) -> OpportunityRow.read(row))
                .list();
    }

    /** The next of all, or of these owners, in the order of their ids. */
    public List<Opportunity> after(String id, int most, @Nullable Set<String> owners) {
        return jdbc.sql("select " + OpportunityRow.COLUMNS + " from t2c_opportunity where id > :after"
                        + (owners == null ? "" : " and owner in (:owners)") + " order by id limit :most")
                .param("after", id)
                .param("most", most)
                .params(owners == null ? Map.of() : Map.of("owners", owners))
                .query((row, n) -> OpportunityRow.read(row))
                .list();
    }

    /** The next ids, in their order. */
    public List<String> idsAfter(String id, int most) {
        return jdbc.sql("select id from t2c_opportunity where id > :after order by id limit :most")
                .param("after", id)
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** How many run or ran on a roadmap; the others are history from before the process. */
    public long countOnARoadmap() {
        return jdbc.sql("select count(*) from t2c_opportunity where process_instance_id is not null")
                .query(Long.class)
                .single();
    }

    /** How many open ones run on each process definition. */
    public Map<String, Long> openByDefinition() {
        Map<String, Long> counts = new HashMap<>();
        jdbc.sql("""
                        select process_definition_id, count(*) as deals from t2c_opportunity
                        where status = 'open' and process_definition_id is not null
                        group by process_definition_id""").query(row -> {
            counts.put(row.getString("process_definition_id"), row.getLong("deals"));
        });
        return counts;
    }

    /** How many were won before this process. */
    public long countWonBefore() {
        return jdbc.sql("select count(*) from t2c_opportunity where status = :won and process_instance_id is null")
                .param("won", Status.WON.value())
                .query(Long.class)
                .single();
    }

    /** How many fit. */
    public long count(OpportunityFilter filter) {
        return jdbc.sql("select count(*) from t2c_opportunity" + filter.where())
                .params(filter.params())
                .query(Long.class)
                .single();
    }

    /** An opportunity, and since when its stage holds it; null where that was not noted. */
    public record Placed(Opportunity opportunity, @Nullable Instant inStageSince) {}

    /** Those with these ids, as far as there are, in no order. */
    public List<Placed> placed(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select " + OpportunityRow.COLUMNS + ", stage_since from t2c_opportunity where id in (:ids)")
                        .param("ids", ids)
                        .query((row, n) -> new Placed(OpportunityRow.read(row), OpportunityRow.stageSince(row)))
                        .list();
    }
}
