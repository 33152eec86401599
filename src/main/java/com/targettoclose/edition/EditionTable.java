package com.targettoclose.edition;

import com.targettoclose.conversation.Choice;
import com.targettoclose.edition.Edition.Decided;
import com.targettoclose.edition.Edition.Decision;
import com.targettoclose.edition.Edition.State;
import com.targettoclose.verifier.design.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The tables of editions and of what was decided about them: insert only. The files are read from the engine's deployments;
 * an edition whose deployment is gone does not count.
 */
@Repository
class EditionTable {

    private static final String EDITIONS = """
            with live as (
                select e.* from t2c_edition e join act_re_deployment r on r.id_ = e.deployment_id),
            decided as (
                select d.* from t2c_edition_decision d join live on live.number = d.edition),
            marks as (
                select coalesce((select max(edition) from decided where decision = 'committed'), 0) as in_force,
                       coalesce((select max(number) from live), 0) as newest),
            edition as (
                select live.*, d.decision, d.words, d.decided_by, d.decided_at,
                       case when d.decision = 'declined' then 'declined'
                            when live.number = marks.in_force then 'in-force'
                            when d.decision = 'committed' then 'committed'
                            when live.number = marks.newest then 'proposed'
                            else 'superseded' end as state
                from live cross join marks left join decided d on d.edition = live.number)
            """;

    private final JdbcClient jdbc;

    EditionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The number that the next edition gets. */
    int nextNumber() {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from t2c_edition")
                .query(Integer.class)
                .single();
    }

    void add(Edition edition, String changes) {
        jdbc.sql("""
                        insert into t2c_edition (number, deployment_id, name, proposed_by, proposed_at, compared_with,
                                                 weakens, changes)
                        values (:number, :deployment, :name, :by, :at, :comparedWith, :weakens, :changes)""")
                .param("number", edition.number())
                .param("deployment", edition.deploymentId())
                .param("name", edition.name())
                .param("by", edition.proposedBy())
                .param("at", Timestamp.from(edition.proposedAt()))
                .param("comparedWith", edition.comparedWith())
                .param("weakens", edition.weakens())
                .param("changes", changes)
                .update();
    }

    void decide(int number, Decided decided) {
        jdbc.sql("""
                        insert into t2c_edition_decision (edition, decision, words, decided_by, decided_at)
                        values (:number, :decision, :words, :by, :at)""")
                .param("number", number)
                .param("decision", decided.decision().value())
                .param("words", decided.words())
                .param("by", decided.by())
                .param("at", Timestamp.from(decided.at()))
                .update();
    }

    /** Lets nobody else decide about it until the transaction ends. */
    void lock(int number) {
        jdbc.sql("select number from t2c_edition where number = :number for update")
                .param("number", number)
                .query(Integer.class)
                .optional();
    }

    Optional<Edition> find(int number) {
        return jdbc.sql(EDITIONS + "select * from edition where number = :number")
                .param("number", number)
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<Edition> deployed(String deploymentId) {
        return jdbc.sql(EDITIONS + "select * from edition where deployment_id = :deployment")
                .param("deployment", deploymentId)
                .query((row, n) -> read(row))
                .optional();
    }

    /** One page, newest first. */
    List<Edition> page(int page, int size) {
        return jdbc.sql(EDITIONS + "select * from edition order by number desc limit :size offset :offset")
                .param("size", size)
                .param("offset", (long) page * size)
                .query((row, n) -> read(row))
                .list();
    }

    long count() {
        return jdbc.sql(EDITIONS + "select count(*) from live")
                .query(Long.class)
                .single();
    }

    /** Those in this state, newest first. */
    List<Edition> in(State state) {
        return jdbc.sql(EDITIONS + "select * from edition where state = :state order by number desc")
                .param("state", state.value())
                .query((row, n) -> read(row))
                .list();
    }

    /** What changed with these editions, as JSON, by their numbers. */
    Map<Integer, String> changes(List<Integer> numbers) {
        Map<Integer, String> changes = new TreeMap<>();
        if (!numbers.isEmpty()) {
            jdbc.sql("select number, changes from t2c_edition where number in (:numbers)")
                    .param("numbers", numbers)
                    .query(row -> {
                        changes.put(row.getInt("number"), row.getString("changes"));
                    });
        }
        return changes;
    }

    /** The files of a deployment, by name without folders. */
    Map<String, byte[]> files(String deploymentId) {
        Map<String, byte[]> files = new TreeMap<>();
        jdbc.sql("select name_, bytes_ from act_ge_bytearray where deployment_id_ = :deployment")
                .param("deployment", deploymentId)
                .query(row -> {
                    files.put(Files.baseName(row.getString("name_")), row.getBytes("bytes_"));
                });
        return files;
    }

    /** The deployment that new opportunities start on. In one short statement: it is asked whenever one is opened. */
    Optional<String> committedDeployment() {
        return jdbc.sql("""
                        select e.deployment_id
                        from t2c_edition_decision d
                        join t2c_edition e on e.number = d.edition
                        join act_re_deployment r on r.id_ = e.deployment_id
                        where d.decision = 'committed' order by e.number desc limit 1""").query(String.class).optional();
    }

    /** The deployment of the newest edition that nobody declined, with all that it is built on. */
    Optional<String> standingDeployment() {
        return jdbc.sql(EDITIONS + """
                        select deployment_id from edition where state in ('proposed', 'in-force')
                        order by number desc limit 1""").query(String.class).optional();
    }

    private static Edition read(ResultSet row) throws SQLException {
        return new Edition(
                row.getInt("number"),
                row.getString("deployment_id"),
                row.getString("name"),
                row.getString("proposed_by"),
                row.getTimestamp("proposed_at").toInstant(),
                row.getObject("compared_with", Integer.class),
                row.getBoolean("weakens"),
                Choice.of(State.class, row.getString("state")).orElseThrow(),
                decided(row));
    }

    private static @Nullable Decided decided(ResultSet row) throws SQLException {
        var decision = row.getString("decision");
        return decision == null
                ? null
                : new Decided(
                        Choice.of(Decision.class, decision).orElseThrow(),
                        Objects.requireNonNull(row.getString("words")),
                        Objects.requireNonNull(row.getString("decided_by")),
                        row.getTimestamp("decided_at").toInstant());
    }
}
