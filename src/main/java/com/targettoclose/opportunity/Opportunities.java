package com.targettoclose.opportunity;

import com.targettoclose.conversation.Choice;
import com.targettoclose.opportunity.Opportunity.ImportedFrom;
import com.targettoclose.opportunity.Opportunity.RoadmapInstance;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The opportunities' table. Every change of an opportunity first {@linkplain #lock locks} its row. */
@Repository
public class Opportunities {

    private static final String COLUMNS = """
            id, account, owner, deal_value, currency, deal_type, roadmap, status, stage, product,
            process_instance_id, process_definition_id, opened_on, closed_on, import_id, import_line, created_at""";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    Opportunities(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Adds opportunities in one batch. Their ids are not in use, see {@link #inUse}. */
    public void add(List<Opportunity> opportunities) {
        var rows = opportunities.stream().map(Opportunities::row).toArray(MapSqlParameterSource[]::new);
        batches.batchUpdate("""
                insert into t2c_opportunity (id, account, owner, deal_value, currency, deal_type, roadmap, status, stage,
                    product, process_instance_id, process_definition_id, opened_on, closed_on, import_id, import_line, created_at)
                values (:id, :account, :owner, :value, :currency, :dealType, :roadmap, :status, :stage,
                    :product, :processInstanceId, :processDefinitionId, :openedOn, :closedOn, :importId, :importLine, :createdAt)""", rows);
    }

    /** Of these ids, those in use already, each with where it was imported from (null: it was opened here). */
    public Map<String, Optional<ImportedFrom>> inUse(Collection<String> ids) {
        Map<String, Optional<ImportedFrom>> found = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, import_id, import_line from t2c_opportunity where id in (:ids)")
                    .param("ids", ids)
                    .query(row -> {
                        found.put(row.getString("id"), Optional.ofNullable(importedFrom(row)));
                    });
        }
        return found;
    }

    /** Locks the opportunity's row until the transaction ends, and reads it. Changes of one opportunity are in line. */
    public Optional<Opportunity> lock(String id) {
        return jdbc.sql("select " + COLUMNS + " from t2c_opportunity where id = :id for update")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Reads an opportunity. */
    public Optional<Opportunity> find(String id) {
        return jdbc.sql("select " + COLUMNS + " from t2c_opportunity where id = :id")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** One page of those that fit, newest first. */
    public List<Opportunity> page(OpportunityFilter filter, int page, int size) {
        return jdbc.sql("select " + COLUMNS + " from t2c_opportunity" + filter.where()
                        + " order by created_at desc, id limit :limit offset :offset")
                .params(filter.params())
                .param("limit", size)
                .param("offset", (long) page * size)
                .query((row, n) -> read(row))
                .list();
    }

    /** How many fit. */
    public long count(OpportunityFilter filter) {
        return jdbc.sql("select count(*) from t2c_opportunity" + filter.where())
                .params(filter.params())
                .query(Long.class)
                .single();
    }

    /** Notes the root process instances of opportunities, by opportunity id, in one batch. */
    public void started(Map<String, RoadmapInstance> instances) {
        var rows = instances.entrySet().stream()
                .map(started -> new MapSqlParameterSource()
                        .addValue("id", started.getKey())
                        .addValue("instance", started.getValue().id())
                        .addValue("definition", started.getValue().definitionId()))
                .toArray(MapSqlParameterSource[]::new);
        batches.batchUpdate("""
                update t2c_opportunity set process_instance_id = :instance, process_definition_id = :definition
                where id = :id""", rows);
    }

    /** Notes the stage that holds it; null where it has run through. */
    public void standsIn(String id, @Nullable String stage) {
        jdbc.sql("update t2c_opportunity set stage = :stage where id = :id")
                .param("stage", stage)
                .param("id", id)
                .update();
    }

    /** Notes how the pursuit ended, or that it goes on ({@link Status#OPEN}, then {@code closedOn} is null). */
    public void becomes(String id, Status status, @Nullable LocalDate closedOn) {
        jdbc.sql("update t2c_opportunity set status = :status, closed_on = :closedOn where id = :id")
                .param("status", status.value())
                .param("closedOn", closedOn)
                .param("id", id)
                .update();
    }

    /** Notes changed terms. */
    public void agree(String id, Terms terms) {
        jdbc.sql("""
                        update t2c_opportunity set deal_value = :value, currency = :currency, deal_type = :dealType
                        where id = :id""")
                .param("value", terms.value())
                .param("currency", terms.currency())
                .param("dealType", terms.dealType().value())
                .param("id", id)
                .update();
    }

    /** The ledger heads of these opportunities; {@link LedgerHead#NONE} before the first entry. */
    public Map<String, LedgerHead> ledgerHeads(Collection<String> ids) {
        return jdbc
                .sql("select id, ledger_entries, ledger_mac, ledger_seal from t2c_opportunity where id in (:ids)")
                .param("ids", ids)
                .query((row, n) -> Map.entry(
                        row.getString("id"),
                        new LedgerHead(
                                row.getInt("ledger_entries"),
                                row.getString("ledger_mac"),
                                row.getString("ledger_seal"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Keeps the newest ledger heads, in one batch. */
    public void keepLedgerHeads(Map<String, LedgerHead> heads) {
        var rows = heads.entrySet().stream()
                .map(head -> new MapSqlParameterSource()
                        .addValue("id", head.getKey())
                        .addValue("entries", head.getValue().entries())
                        .addValue("mac", head.getValue().mac())
                        .addValue("seal", head.getValue().seal()))
                .toArray(MapSqlParameterSource[]::new);
        batches.batchUpdate("""
                update t2c_opportunity set ledger_entries = :entries, ledger_mac = :mac, ledger_seal = :seal
                where id = :id""", rows);
    }

    /** How many there are of each status, for a page that says what is there. */
    public Map<Status, Long> countByStatus() {
        return jdbc
                .sql("select status, count(*) as n from t2c_opportunity group by status")
                .query((row, n) -> Map.entry(choice(Status.class, row.getString("status")), row.getLong("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static MapSqlParameterSource row(Opportunity it) {
        return new MapSqlParameterSource()
                .addValue("id", it.id())
                .addValue("account", it.account())
                .addValue("owner", it.owner())
                .addValue("value", it.terms().value())
                .addValue("currency", it.terms().currency())
                .addValue("dealType", it.terms().dealType().value())
                .addValue("roadmap", it.roadmap())
                .addValue("status", it.status().value())
                .addValue("stage", it.stage())
                .addValue("product", it.product())
                .addValue(
                        "processInstanceId",
                        it.instance() == null ? null : it.instance().id())
                .addValue(
                        "processDefinitionId",
                        it.instance() == null ? null : it.instance().definitionId())
                .addValue("openedOn", it.openedOn())
                .addValue("closedOn", it.closedOn())
                .addValue(
                        "importId", it.imported() == null ? null : it.imported().importId())
                .addValue(
                        "importLine",
                        it.imported() == null ? null : it.imported().line())
                .addValue("createdAt", Timestamp.from(it.createdAt()));
    }

    private static Opportunity read(ResultSet row) throws SQLException {
        var terms = new Terms(
                row.getBigDecimal("deal_value"),
                row.getString("currency"),
                choice(DealType.class, row.getString("deal_type")));
        return new Opportunity(
                row.getString("id"),
                row.getString("account"),
                row.getString("owner"),
                terms,
                row.getString("roadmap"),
                choice(Status.class, row.getString("status")),
                row.getString("stage"),
                row.getString("product"),
                instance(row),
                day(row.getDate("opened_on")),
                day(row.getDate("closed_on")),
                importedFrom(row),
                row.getTimestamp("created_at").toInstant());
    }

    private static @Nullable ImportedFrom importedFrom(ResultSet row) throws SQLException {
        var importId = row.getString("import_id");
        return importId == null ? null : new ImportedFrom(importId, row.getLong("import_line"));
    }

    private static @Nullable RoadmapInstance instance(ResultSet row) throws SQLException {
        var id = row.getString("process_instance_id");
        return id == null ? null : new RoadmapInstance(id, row.getString("process_definition_id"));
    }

    private static @Nullable LocalDate day(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }

    private static <E extends Enum<E> & Choice> E choice(Class<E> type, String value) {
        return Choice.of(type, value)
                .orElseThrow(() -> new IllegalStateException("The database holds an unknown value: " + value));
    }
}
