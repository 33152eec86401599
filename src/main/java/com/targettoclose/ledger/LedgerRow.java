package com.targettoclose.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.targettoclose.conversation.Channel;
import com.targettoclose.conversation.Choice;
import com.targettoclose.conversation.Proof;
import com.targettoclose.ledger.LedgerTable.PersonalText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** How an entry and its personal text stand in their tables. */
final class LedgerRow {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    private LedgerRow() {}

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static MapSqlParameterSource of(PersonalText text) {
        return new MapSqlParameterSource()
                .addValue("id", text.id())
                .addValue("opportunityId", text.opportunityId())
                .addValue("salt", text.salt())
                .addValue("contact", text.contact())
                .addValue("words", text.words());
    }

    static MapSqlParameterSource of(Entry entry) {
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

    /** An entry that was just written, as reading it without its text would give it. */
    static Entry asRead(Entry written) {
        var detail = parse(json(written.content().detail()), FACTS);
        return new Entry(
                written.opportunityId(),
                written.number(),
                written.content().detail(detail).said(null, null),
                written.recordedBy(),
                written.recordedAt(),
                written.personalId(),
                written.personalDigest(),
                written.mac());
    }

    static Entry read(ResultSet row) throws SQLException {
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
