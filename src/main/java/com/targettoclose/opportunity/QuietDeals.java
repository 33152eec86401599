package com.targettoclose.opportunity;

import com.targettoclose.conversation.Choice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Since when nothing was heard about each opportunity, and with whom a silent one waits for advice. */
@Repository
public class QuietDeals {

    private final JdbcClient jdbc;

    QuietDeals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where open opportunities stand: a stage of a roadmap's process definition. */
    public record Place(String definitionId, String stage) {}

    /** A place, and the day before which its clients should have been heard. */
    public record Limit(Place place, LocalDate day) {}

    /** An opportunity, and the last day on which something was heard about it, or was agreed to be. */
    public record Quiet(String id, Place place, LocalDate since) {}

    /** Who advises. */
    public enum Coach implements Choice {
        /** The manager who leads the owner. */
        MANAGER,
        /** The sales leaders. */
        LEADER
    }

    /** The places where open opportunities stand. */
    public List<Place> places() {
        return jdbc.sql("""
                        select distinct process_definition_id, stage from t2c_opportunity
                        where status = 'open' and process_definition_id is not null and stage is not null
                        order by process_definition_id, stage""")
                .query((row, n) -> new Place(row.getString("process_definition_id"), row.getString("stage")))
                .list();
    }

    /** Open opportunities of which nothing was heard since before their place's limit, and that wait for no advice yet. */
    public List<Quiet> beyond(List<Limit> limits, int most) {
        if (limits.isEmpty()) {
            return List.of();
        }
        List<String> places = new ArrayList<>();
        for (int i = 0; i < limits.size(); i++) {
            places.add("process_definition_id = :definition" + i + " and stage = :stage" + i + " and quiet_since < :day"
                    + i);
        }
        var query = jdbc.sql("select id, process_definition_id, stage, quiet_since from t2c_opportunity"
                        + " where status = 'open' and coaching is null and (("
                        + String.join(") or (", places) + ")) order by id limit :most")
                .param("most", most);
        for (int i = 0; i < limits.size(); i++) {
            var limit = limits.get(i);
            query = query.param("definition" + i, limit.place().definitionId())
                    .param("stage" + i, limit.place().stage())
                    .param("day" + i, limit.day());
        }
        return query.query((row, n) -> new Quiet(
                        row.getString("id"),
                        new Place(row.getString("process_definition_id"), row.getString("stage")),
                        row.getObject("quiet_since", LocalDate.class)))
                .list();
    }

    /** Open ones of these owners, at most so many, and since when each is quiet: the longest first. */
    public Map<String, LocalDate> quietest(Collection<String> owners, int most) {
        Map<String, LocalDate> quiet = new LinkedHashMap<>();
        if (!owners.isEmpty()) {
            jdbc.sql("select id, quiet_since from t2c_opportunity where owner in (:owners) and status = 'open'"
                            + " order by quiet_since, id limit :most")
                    .param("owners", owners)
                    .param("most", most)
                    .query(row -> {
                        quiet.put(row.getString("id"), row.getObject("quiet_since", LocalDate.class));
                    });
        }
        return quiet;
    }

    /** Those that wait for a manager's advice since before this day. */
    public List<String> unanswered(LocalDate before, int most) {
        return jdbc.sql("""
                        select id from t2c_opportunity
                        where coaching = 'manager' and coaching_since < :before order by id limit :most""")
                .param("before", before)
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** Notes with whom these wait for advice from this day on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void waitFor(Coach coach, Collection<String> ids, LocalDate since) {
        jdbc.sql("update t2c_opportunity set coaching = :coach, coaching_since = :since where id in (:ids)")
                .param("coach", coach.value())
                .param("since", since)
                .param("ids", ids)
                .update();
    }

    /** Notes that something was heard, or is agreed for this day: silence counts from then, and nobody waits any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void heard(String id, LocalDate day) {
        jdbc.sql("""
                        update t2c_opportunity set coaching = null, coaching_since = null,
                            quiet_since = case when quiet_since < :day then :day else quiet_since end
                        where id = :id""").param("day", day).param("id", id).update();
    }
}
