package com.targettoclose.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.targettoclose.conversation.Channel;
import com.targettoclose.conversation.Choice;
import com.targettoclose.conversation.Proof;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger's two tables: entries, which nobody may change, and the personal text beside them, which can be erased. */
@Repository
class LedgerTable {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

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
                values (:id, :opportunityId, :salt, :contact, :words)""", texts.stream().map(LedgerTable::row).toArray(MapSqlParameterSource[]::new));
        batches.batchUpdate("""
                insert into t2c_ledger_entry (opportunity_id, entry_number, previous_number, kind, item, provenance,
                    detail, channel, proof, link, occurred_on, recorded_by, recorded_at, conversation, task_id,
                    process_definition, process_version, personal_id, personal_digest, mac)
                values (:opportunityId, :number, :previous, :kind, :item, :provenance,
                    :detail, :channel, :proof, :link, :occurredOn, :recordedBy, :recordedAt, :conversation, :task,
                    :processDefinition, :processVersion, :personalId, :personalDigest, :mac)""", entries.stream().map(LedgerTable::row).toArray(MapSqlParameterSource[]::new));
    }

    /** Entries without personal text, oldest first. */
    List<Entry> entries(String opportunityId) {
        return jdbc.sql("""
                        select e.*, null as contact, null as words from t2c_ledger_entry e
                        where e.opportunity_id = :id order by e.entry_number""")
                .param("id", opportunityId)
                .query((row, n) -> read(row))
                .list();
    }

    /** Entries with what is left of their personal text, oldest first. */
    List<Entry> entriesWithText(String opportunityId) {
        return jdbc.sql("""
                        select e.*, p.contact, p.words from t2c_ledger_entry e
                        left join t2c_personal_text p on p.id = e.personal_id
                        where e.opportunity_id = :id order by e.entry_number""")
                .param("id", opportunityId)
                .query((row, n) -> read(row))
                .list();
    }

    List<PersonalText> texts(String opportunityId) {
        return jdbc.sql("select id, opportunity_id, salt, contact, words from t2c_personal_text"
                        + " where opportunity_id = :id")
                .param("id", opportunityId)
                .query((row, n) -> new PersonalText(
                        row.getString("id"),
                        row.getString("opportunity_id"),
                        row.getString("salt"),
                        row.getString("contact"),
                        row.getString("words")))
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

    boolean mentionsTask(String opportunityId, String taskId) {
        return jdbc.sql("select count(*) from t2c_ledger_entry where opportunity_id = :id and task_id = :task")
                        .param("id", opportunityId)
                        .param("task", taskId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static MapSqlParameterSource row(PersonalText text) {
        return new MapSqlParameterSource()
                .addValue("id", text.id())
                .addValue("opportunityId", text.opportunityId())
                .addValue("salt", text.salt())
                .addValue("contact", text.contact())
                .addValue("words", text.words());
    }

    private static MapSqlParameterSource row(Entry entry) {
        var it = entry.content();
        var origin = it.origin();
        return new MapSqlParameterSource()
                .addValue("opportunityId", entry.opportunityId())
                .addValue("number", entry.number())
                .addValue("previous", entry.number() == 1 ? null : entry.number() - 1)
                .addValue("kind", it.kind().value())
                .addValue("item", it.item())
                .addValue(
                        "provenance",
                        it.provenance() == null ? null : it.provenance().value())
                .addValue("detail", json(it.detail()))
                .addValue("channel", it.channel() == null ? null : it.channel().value())
                .addValue("proof", it.proof() == null ? null : it.proof().value())
                .addValue("link", it.link())
                .addValue("occurredOn", it.occurredOn())
                .addValue("recordedBy", entry.recordedBy())
                .addValue("recordedAt", Timestamp.from(entry.recordedAt()))
                .addValue("conversation", origin == null ? null : origin.conversation())
                .addValue("task", origin == null ? null : origin.task())
                .addValue("processDefinition", origin == null ? null : origin.processDefinition())
                .addValue("processVersion", origin == null ? null : origin.processVersion())
                .addValue("personalId", entry.personalId())
                .addValue("personalDigest", entry.personalDigest())
                .addValue("mac", entry.mac());
    }

    private static Entry read(ResultSet row) throws SQLException {
        int number = row.getInt("entry_number");
        var occurredOn = row.getDate("occurred_on");
        var draft = new Draft(
                choice(EntryKind.class, row.getString("kind")),
                row.getString("item"),
                choiceOrNull(Provenance.class, row.getString("provenance")),
                parse(row.getString("detail"), FACTS),
                row.getString("contact"),
                wordsOf(number, row.getString("words")),
                choiceOrNull(Channel.class, row.getString("channel")),
                choiceOrNull(Proof.class, row.getString("proof")),
                row.getString("link"),
                occurredOn == null ? null : occurredOn.toLocalDate(),
                origin(row));
        return new Entry(
                row.getString("opportunity_id"),
                number,
                draft,
                row.getString("recorded_by"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("personal_id"),
                row.getString("personal_digest"),
                row.getString("mac"));
    }

    private static Draft.@Nullable Origin origin(ResultSet row) throws SQLException {
        var conversation = row.getString("conversation");
        var task = row.getString("task_id");
        var definition = row.getString("process_definition");
        int version = row.getInt("process_version");
        return conversation == null && task == null && definition == null
                ? null
                : new Draft.Origin(conversation, task, definition, version == 0 ? null : version);
    }

    private static @Nullable String wordsOf(int number, @Nullable String words) {
        return words == null ? null : parse(words, WORDS).get(Integer.toString(number));
    }

    private static <T> T parse(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An entry's text in the database is not the JSON that was written.", e);
        }
    }

    private static <E extends Enum<E> & Choice> E choice(Class<E> type, String value) {
        return Choice.of(type, value)
                .orElseThrow(() -> new IllegalStateException("The database holds an unknown value: " + value));
    }

    private static <E extends Enum<E> & Choice> @Nullable E choiceOrNull(Class<E> type, @Nullable String value) {
        return value == null ? null : choice(type, value);
    }
}
