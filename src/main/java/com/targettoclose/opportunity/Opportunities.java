package com.targettoclose.opportunity;

import com.targettoclose.opportunity.HeldOpportunities.Held;
import com.targettoclose.opportunity.Opportunity.ImportedFrom;
import com.targettoclose.opportunity.Opportunity.RoadmapInstance;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The opportunities' table. Every change first {@linkplain #lock locks} its row, and is noted in what is held, too. */
@Repository
public class Opportunities {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final HeldOpportunities held = new HeldOpportunities();

    Opportunities(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * Adds opportunities in one batch. Their ids are not in use, see {@link #inUse}.
     *
     * @param heads the newest entries of ledgers that begin with them; {@link LedgerHead#NONE} where there is none
     */
    public void add(List<Opportunity> opportunities, Map<String, LedgerHead> heads) {
        var added = opportunities.stream()
                .map(it -> new Held(it, heads.getOrDefault(it.id(), LedgerHead.NONE)))
                .toList();
        batches.batchUpdate(
                """
                insert into t2c_opportunity (id, account, owner, deal_value, currency, deal_type, roadmap, status, stage,
                    stage_since, quiet_since, product, process_instance_id, process_definition_id, opened_on, closed_on, import_id, import_line, created_at,
                    ledger_entries, ledger_mac, ledger_seal)
                values (:id, :account, :owner, :value, :currency, :dealType, :roadmap, :status, :stage,
                    :createdAt, :quietSince, :product, :processInstanceId, :processDefinitionId, :openedOn, :closedOn, :importId, :importLine, :createdAt,
                    :entries, :mac, :seal)""",
                added.stream()
                        .map(it -> OpportunityRow.of(it.opportunity(), it.head()))
                        .toArray(MapSqlParameterSource[]::new));
        added.forEach(held::put);
    }

    /** Of these ids, those in use already, each with where it was imported from (null: it was opened here). */
    public Map<String, Optional<ImportedFrom>> inUse(Collection<String> ids) {
        Map<String, Optional<ImportedFrom>> found = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, import_id, import_line from t2c_opportunity where id in (:ids)")
                    .param("ids", ids)
                    .query(row -> {
                        found.put(row.getString("id"), Optional.ofNullable(OpportunityRow.importedFrom(row)));
                    });
        }
        return found;
    }

    /** Locks the opportunity's row until the transaction ends, and reads it. Changes of one opportunity are in line. */
    public Optional<Opportunity> lock(String id) {
        return isNoId(id)
                ? Optional.empty()
                : held.find(id).or(() -> readLocked(id)).map(Held::opportunity);
    }

    private Optional<Held> readLocked(String id) {
        var columns = OpportunityRow.COLUMNS + ", " + OpportunityRow.HEAD;
        var read = jdbc.sql("select " + columns + " from t2c_opportunity where id = :id for update")
                .param("id", id)
                .query((row, n) -> new Held(OpportunityRow.read(row), OpportunityRow.head(row)))
                .optional();
        read.ifPresent(held::put);
        return read;
    }

    /** Whether this transaction has locked or added the opportunity's row: nobody else can change it then. */
    public boolean holds(String id) {
        return held.find(id).isPresent();
    }

    /** Locks the rows of those of these ids that are opportunities, and reads them, in the order of their ids. */
    public List<Opportunity> lockEach(Collection<String> ids) {
        return lockAll(ids).stream()
                .map(id -> held.find(id).orElseThrow().opportunity())
                .toList();
    }

    /** Locks the rows of those of these ids that are opportunities, and says which they are. */
    public List<String> lockAll(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select " + OpportunityRow.COLUMNS + ", " + OpportunityRow.HEAD
                                + " from t2c_opportunity where id in (:ids) order by id for update")
                        .param("ids", ids)
                        .query((row, n) -> keep(new Held(OpportunityRow.read(row), OpportunityRow.head(row))))
                        .list();
    }

    private String keep(Held read) {
        var id = read.opportunity().id();
        if (held.find(id).isEmpty()) {
            held.put(read);
        }
        return id;
    }

    /** Reads an opportunity. */
    public Optional<Opportunity> find(String id) {
        return isNoId(id) ? Optional.empty() : read(id);
    }

    /** A zero is no text to PostgreSQL: it fails where it should find nothing. */
    private static boolean isNoId(String id) {
        return id.indexOf('\0') >= 0;
    }

    private Optional<Opportunity> read(String id) {
        return held.find(id)
                .map(Held::opportunity)
                .or(() -> jdbc.sql("select " + OpportunityRow.COLUMNS + " from t2c_opportunity where id = :id")
                        .param("id", id)
                        .query((row, n) -> OpportunityRow.read(row))
                        .optional());
    }

    /** Notes the root process instances of opportunities, by opportunity id, in one batch. */
    public void started(Map<String, RoadmapInstance> instances) {
        var rows = instances.entrySet().stream()
                .map(started -> OpportunityRow.of(started.getValue()).addValue("id", started.getKey()))
                .toArray(MapSqlParameterSource[]::new);
        batches.batchUpdate("""
                update t2c_opportunity set process_instance_id = :processInstanceId,
                    process_definition_id = :processDefinitionId
                where id = :id""", rows);
        instances.forEach((id, instance) -> held.change(id, it -> it.pursuedBy(instance)));
    }

    /** Notes the stage that holds it from now on; null where it has run through. */
    public void standsIn(String id, @Nullable String stage, Instant since) {
        jdbc.sql("update t2c_opportunity set stage = :stage, stage_since = :since where id = :id")
                .param("stage", stage)
                .param("since", Timestamp.from(since))
                .param("id", id)
                .update();
        held.change(id, it -> it.standingIn(stage));
    }

    /** Notes how the pursuit ended, or that it goes on ({@link Status#OPEN}, then {@code closedOn} is null). */
    public void becomes(String id, Status status, @Nullable LocalDate closedOn) {
        jdbc.sql("update t2c_opportunity set status = :status, closed_on = :closedOn where id = :id")
                .param("status", status.value())
                .param("closedOn", closedOn)
                .param("id", id)
                .update();
        held.change(id, it -> it.having(status, closedOn));
    }

    /** Notes who pursues these from now on. */
    public void handOver(Collection<String> ids, String owner) {
        jdbc.sql("update t2c_opportunity set owner = :owner where id in (:ids)")
                .param("owner", owner)
                .param("ids", ids)
                .update();
        ids.forEach(id -> held.change(id, it -> it.ownedBy(owner)));
    }

    /** The ids of the opportunities of an owner that are open or won, in alphabetical order. */
    public List<String> pursuedBy(String owner) {
        return jdbc.sql("select id from t2c_opportunity where owner = :owner and status in (:statuses) order by id")
                .param("owner", owner)
                .param("statuses", List.of(Status.OPEN.value(), Status.WON.value()))
                .query(String.class)
                .list();
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
        held.change(id, it -> it.on(terms));
    }

    /** The ledger heads of these opportunities; {@link LedgerHead#NONE} before the first entry. */
    public Map<String, LedgerHead> ledgerHeads(Collection<String> ids) {
        Map<String, LedgerHead> heads = new HashMap<>();
        ids.forEach(id -> held.find(id).ifPresent(it -> heads.put(id, it.head())));
        var others = ids.stream().filter(id -> !heads.containsKey(id)).toList();
        if (!others.isEmpty()) {
            jdbc.sql("select id, " + OpportunityRow.HEAD + " from t2c_opportunity where id in (:ids)")
                    .param("ids", others)
                    .query(row -> {
                        heads.put(row.getString("id"), OpportunityRow.head(row));
                    });
        }
        return heads;
    }

    /** Keeps the newest ledger heads, in one batch. */
    public void keepLedgerHeads(Map<String, LedgerHead> heads) {
        var rows = heads.entrySet().stream()
                .map(head -> OpportunityRow.of(head.getValue()).addValue("id", head.getKey()))
                .toArray(MapSqlParameterSource[]::new);
        batches.batchUpdate("""
                update t2c_opportunity set ledger_entries = :entries, ledger_mac = :mac, ledger_seal = :seal
                where id = :id""", rows);
        heads.forEach(held::keep);
    }
}
