package com.targettoclose.opportunity;

import com.targettoclose.conversation.Choice;
import com.targettoclose.opportunity.Opportunity.ImportedFrom;
import com.targettoclose.opportunity.Opportunity.RoadmapInstance;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** How an opportunity stands in its table. */
final class OpportunityRow {

    static final String COLUMNS = """
            id, account, owner, deal_value, currency, deal_type, roadmap, status, stage, product,
            process_instance_id, process_definition_id, opened_on, closed_on, import_id, import_line, created_at""";

    static final String HEAD = "ledger_entries, ledger_mac, ledger_seal";

    private OpportunityRow() {}

    static MapSqlParameterSource of(LedgerHead head) {
        return new MapSqlParameterSource()
                .addValue("entries", head.entries())
                .addValue("mac", head.mac())
                .addValue("seal", head.seal());
    }

    static MapSqlParameterSource of(@Nullable RoadmapInstance instance) {
        return new MapSqlParameterSource()
                .addValue("processInstanceId", instance == null ? null : instance.id())
                .addValue("processDefinitionId", instance == null ? null : instance.definitionId());
    }

    static LedgerHead head(ResultSet row) throws SQLException {
        return new LedgerHead(row.getInt("ledger_entries"), row.getString("ledger_mac"), row.getString("ledger_seal"));
    }

    static MapSqlParameterSource of(Opportunity it, LedgerHead head) {
        return of(head).addValues(of(it.instance()).getValues())
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
                .addValue("openedOn", it.openedOn())
                .addValue("closedOn", it.closedOn())
                .addValue(
                        "importId", it.imported() == null ? null : it.imported().importId())
                .addValue(
                        "importLine",
                        it.imported() == null ? null : it.imported().line())
                .addValue("createdAt", Timestamp.from(it.createdAt()))
                .addValue("quietSince", LocalDate.ofInstant(it.createdAt(), ZoneOffset.UTC));
    }

    static Opportunity read(ResultSet row) throws SQLException {
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

    static @Nullable ImportedFrom importedFrom(ResultSet row) throws SQLException {
        var importId = row.getString("import_id");
        return importId == null ? null : new ImportedFrom(importId, row.getLong("import_line"));
    }

    static @Nullable Instant stageSince(ResultSet row) throws SQLException {
        var since = row.getTimestamp("stage_since");
        return since == null ? null : since.toInstant();
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
