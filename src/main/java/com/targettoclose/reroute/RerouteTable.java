package com.targettoclose.reroute;

import com.targettoclose.conversation.Choice;
import com.targettoclose.reroute.RerouteView.Move;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of moves, and of what became of each opportunity. */
@Repository
class RerouteTable {

    static final String TABLE = "t2c_reroute";
    private static final String COLUMNS =
            "id, status, edition, dry_run, asked_by, created_at, started_at, finished_at, deals";

    private final JdbcClient jdbc;

    RerouteTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a move of every opportunity that fits; how many. */
    long add(RerouteRow reroute, Which which, String deploymentId) {
        jdbc.sql("insert into t2c_reroute (id, status, edition, dry_run, asked_by, created_at, deals)"
                        + " values (:id, :status, :edition, :dryRun, :askedBy, :now, 0)")
                .param("id", reroute.id())
                .param("status", reroute.state().value())
                .param("edition", reroute.edition())
                .param("dryRun", reroute.dryRun())
                .param("askedBy", reroute.askedBy())
                .param("now", Timestamp.from(reroute.createdAt()))
                .update();
        Map<String, Object> named = new HashMap<>(Map.of("id", reroute.id(), "deployment", deploymentId));
        long deals = jdbc.sql("""
                        insert into t2c_reroute_deal (reroute_id, opportunity_id, outcome)
                        select :id, o.id, 'waiting' from t2c_opportunity o
                        where o.status = 'open' and o.process_definition_id is not null
                          and o.process_definition_id not in (
                              select id_ from act_re_procdef where deployment_id_ = :deployment)
                        """ + conditions(which, named)).params(named).update();
        jdbc.sql("update t2c_reroute set deals = :deals where id = :id")
                .param("deals", deals)
                .param("id", reroute.id())
                .update();
        return deals;
    }

    private static String conditions(Which which, Map<String, Object> named) {
        var sql = new StringBuilder();
        if (!which.ids().isEmpty()) {
            sql.append(" and o.id in (:ids)");
            named.put("ids", which.ids());
        }
        if (which.stage() != null) {
            sql.append(" and o.stage = :stage");
            named.put("stage", which.stage());
        }
        if (which.owner() != null) {
            sql.append(" and o.owner = :owner");
            named.put("owner", which.owner());
        }
        return sql.toString();
    }

    Optional<RerouteRow> find(String id) {
        return jdbc.sql("select " + COLUMNS + " from t2c_reroute where id = :id")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** The newest, at most so many. */
    List<RerouteRow> newest(int most) {
        return jdbc.sql("select " + COLUMNS + " from t2c_reroute order by created_at desc, id limit :most")
                .param("most", most)
                .query((row, n) -> read(row))
                .list();
    }

    /** Puts a move from one of these states into another; false where it is in none of them. */
    boolean turn(String id, List<RerouteState> from, RerouteState to, @Nullable Instant finished) {
        return jdbc.sql("""
                                update t2c_reroute set status = :to, worker = null, lease_until = null,
                                    finished_at = :finished
                                where id = :id and status in (:from)""")
                        .param("to", to.value())
                        .param("finished", finished == null ? null : Timestamp.from(finished))
                        .param("id", id)
                        .param("from", from.stream().map(RerouteState::value).toList())
                        .update()
                == 1;
    }

    /** The next whose turn has not come, in the order of their ids. */
    List<String> waiting(String id, int most) {
        return jdbc.sql("""
                        select opportunity_id from t2c_reroute_deal
                        where reroute_id = :id and outcome = 'waiting' order by opportunity_id limit :most""")
                .param("id", id)
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** Notes what became of one. */
    void note(String id, RerouteDeal deal) {
        jdbc.sql("""
                        update t2c_reroute_deal
                        set outcome = :outcome, stood_in = :stoodIn, stands_in = :standsIn, why = :why
                        where reroute_id = :id and opportunity_id = :deal and outcome = 'waiting'""")
                .param("outcome", deal.outcome())
                .param("stoodIn", deal.stoodIn())
                .param("standsIn", deal.standsIn())
                .param("why", deal.why())
                .param("id", id)
                .param("deal", deal.id())
                .update();
    }

    /** How many became what. */
    Map<Outcome, Long> counts(String id) {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        jdbc.sql("select outcome, count(*) as deals from t2c_reroute_deal where reroute_id = :id group by outcome")
                .param("id", id)
                .query(row -> {
                    counts.put(
                            Choice.of(Outcome.class, row.getString("outcome")).orElseThrow(), row.getLong("deals"));
                });
        return counts;
    }

    /** Where those that moved stood, and where they stand: most deals first. */
    List<Move> moves(String id) {
        return jdbc.sql("""
                        select stood_in, stands_in, count(*) as deals from t2c_reroute_deal
                        where reroute_id = :id and outcome = 'moved' group by stood_in, stands_in
                        order by count(*) desc, stood_in, stands_in""")
                .param("id", id)
                .query((row, n) ->
                        new Move(row.getString("stood_in"), row.getString("stands_in"), row.getLong("deals")))
                .list();
    }

    /** One page of the opportunities, those that failed first. */
    List<RerouteDeal> page(String id, int page, int size) {
        return jdbc.sql("""
                        select opportunity_id, outcome, stood_in, stands_in, why from t2c_reroute_deal
                        where reroute_id = :id order by outcome, opportunity_id limit :size offset :offset""")
                .param("id", id)
                .param("size", size)
                .param("offset", (long) page * size)
                .query((row, n) -> new RerouteDeal(
                        row.getString("opportunity_id"),
                        row.getString("outcome"),
                        row.getString("stood_in"),
                        row.getString("stands_in"),
                        row.getString("why")))
                .list();
    }

    private static RerouteRow read(ResultSet row) throws SQLException {
        return new RerouteRow(
                row.getString("id"),
                Choice.of(RerouteState.class, row.getString("status")).orElseThrow(),
                row.getInt("edition"),
                row.getBoolean("dry_run"),
                row.getString("asked_by"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("started_at")),
                instant(row.getTimestamp("finished_at")),
                row.getLong("deals"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
