package com.targettoclose.ledger;

import com.targettoclose.ledger.Ledger.Held;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger's two tables: entries, which nobody may change, and the personal text beside them, which can be erased. */
@Repository
class LedgerTable {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    LedgerTable(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The personal text of one conversation: who, and words by entry number. */
    record PersonalText(
            String id,
            String opportunityId,
            String salt,
            @Nullable String contact,
            String words) {}

    void insert(Collection<PersonalText> texts, Collection<Entry> entries) {
        batches.batchUpdate("""
                insert into t2c_personal_text (id, opportunity_id, salt, contact, words)
                values (:id, :opportunityId, :salt, :contact, :words)""", texts.stream().map(LedgerRow::of).toArray(MapSqlParameterSource[]::new));
        batches.batchUpdate("""
                insert into t2c_ledger_entry (opportunity_id, entry_number, previous_number, kind, item, provenance,
                    detail, channel, proof, link, occurred_on, recorded_by, recorded_at, conversation, task_id,
                    process_definition, process_version, personal_id, personal_digest, mac)
                values (:opportunityId, :number, :previous, :kind, :item, :provenance,
                    :detail, :channel, :proof, :link, :occurredOn, :recordedBy, :recordedAt, :conversation, :task,
                    :processDefinition, :processVersion, :personalId, :personalDigest, :mac)""", entries.stream().map(LedgerRow::of).toArray(MapSqlParameterSource[]::new));
    }

    /** Entries without personal text, oldest first. */
    List<Entry> entries(String opportunityId) {
        return jdbc.sql("""
                        select e.*, null as contact, null as words from t2c_ledger_entry e
                        where e.opportunity_id = :id order by e.entry_number""")
                .param("id", opportunityId)
                .query((row, n) -> LedgerRow.read(row))
                .list();
    }

    /** Entries behind a number, at most so many, without personal text, oldest first. */
    List<Entry> entriesAfter(String opportunityId, int number, int most) {
        return jdbc.sql("""
                        select e.*, null as contact, null as words from t2c_ledger_entry e
                        where e.opportunity_id = :id and e.entry_number > :number order by e.entry_number limit :most""")
                .param("id", opportunityId)
                .param("number", number)
                .param("most", most)
                .query((row, n) -> LedgerRow.read(row))
                .list();
    }

    /** Entries of several opportunities, without personal text, oldest first. */
    List<Entry> entries(Collection<String> opportunityIds) {
        return opportunityIds.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select e.*, null as contact, null as words from t2c_ledger_entry e
                        where e.opportunity_id in (:ids) order by e.opportunity_id, e.entry_number""")
                        .param("ids", opportunityIds)
                        .query((row, n) -> LedgerRow.read(row))
                        .list();
    }

    /** Entries about items and endings of several opportunities, without personal text, oldest first. */
    List<Entry> entriesAboutItems(Collection<String> opportunityIds) {
        return opportunityIds.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select e.*, null as contact, null as words from t2c_ledger_entry e
                        where e.opportunity_id in (:ids) and (e.item is not null or e.kind = :closed)
                        order by e.opportunity_id, e.entry_number""")
                        .param("ids", opportunityIds)
                        .param("closed", EntryKind.CLOSED.value())
                        .query((row, n) -> LedgerRow.read(row))
                        .list();
    }

    /** Entries with what is left of their personal text, oldest first. */
    List<Entry> entriesWithText(String opportunityId) {
        return entriesWithText(List.of(opportunityId));
    }

    /** Entries of several opportunities with what is left of their personal text, oldest first. */
    List<Entry> entriesWithText(Collection<String> opportunityIds) {
        return opportunityIds.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select e.*, p.contact, p.words from t2c_ledger_entry e
                        left join t2c_personal_text p on p.id = e.personal_id
                        where e.opportunity_id in (:ids) order by e.opportunity_id, e.entry_number""")
                        .param("ids", opportunityIds)
                        .query((row, n) -> LedgerRow.read(row))
                        .list();
    }

    /** The first entry that was written from a task, without personal text. */
    Optional<Entry> firstFromTask(String opportunityId, String taskId) {
        return jdbc.sql("""
                        select e.*, null as contact, null as words from t2c_ledger_entry e
                        where e.opportunity_id = :id and e.task_id = :task order by e.entry_number limit 1""")
                .param("id", opportunityId)
                .param("task", taskId)
                .query((row, n) -> LedgerRow.read(row))
                .optional();
    }

    List<PersonalText> texts(Collection<String> opportunityIds) {
        return opportunityIds.isEmpty()
                ? List.of()
                : jdbc.sql("select id, opportunity_id, salt, contact, words from t2c_personal_text"
                                + " where opportunity_id in (:ids)")
                        .param("ids", opportunityIds)
                        .query((row, n) -> new PersonalText(
                                row.getString("id"),
                                row.getString("opportunity_id"),
                                row.getString("salt"),
                                row.getString("contact"),
                                row.getString("words")))
                        .list();
    }

    /** The opportunities with texts that name a person, whatever the case. */
    List<String> naming(String person) {
        return jdbc.sql("""
                        select distinct opportunity_id from t2c_personal_text
                        where lower(contact) like :person escape '!' or lower(words) like :person escape '!'
                        order by opportunity_id""")
                .param("person", "%" + person.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%")
                .query(String.class)
                .list();
    }

    /** Erases the texts and says how many there were. */
    int erase(Collection<String> ids) {
        return ids.isEmpty()
                ? 0
                : jdbc.sql("delete from t2c_personal_text where id in (:ids)")
                        .param("ids", ids)
                        .update();
    }

    /** How often the conversations of these opportunities were held from their tasks. */
    List<Held> held(Collection<String> opportunityIds) {
        return opportunityIds.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select opportunity_id, conversation, count(distinct task_id) as times from t2c_ledger_entry
                        where opportunity_id in (:ids) and conversation is not null and task_id is not null
                            and kind <> :moot
                        group by opportunity_id, conversation""")
                        .param("ids", opportunityIds)
                        .param("moot", EntryKind.MOOT.value())
                        .query((row, n) -> new Held(
                                row.getString("opportunity_id"), row.getString("conversation"), row.getInt("times")))
                        .list();
    }

    boolean mentionsTask(String opportunityId, String taskId) {
        return jdbc.sql("select count(*) from t2c_ledger_entry where opportunity_id = :id and task_id = :task")
                        .param("id", opportunityId)
                        .param("task", taskId)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
