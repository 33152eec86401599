package com.targettoclose.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a line stands in its table. */
final class AuditRow {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_ACT = 255;
    private static final int LONGEST_NAME = 64;

    private AuditRow() {}

    static Map<String, Object> params(Attempt attempt, Instant at) {
        Map<String, Object> params = new HashMap<>();
        params.put("at", Timestamp.from(at));
        params.put("user", attempt.user() == null ? null : cut(attempt.user(), LONGEST_NAME));
        params.put("door", attempt.door().value());
        params.put("act", cut(attempt.act(), LONGEST_ACT));
        params.put("opportunity", attempt.opportunity() == null ? null : cut(attempt.opportunity(), LONGEST_NAME));
        params.put("outcome", attempt.outcome().value());
        params.put("status", attempt.status());
        params.put("source", cut(attempt.source(), LONGEST_NAME));
        return params;
    }

    static AuditLine read(ResultSet row) throws SQLException {
        int status = row.getInt("status");
        var door = row.getString("door");
        return new AuditLine(
                row.getTimestamp("occurred_at").toInstant(),
                row.getString("user_id"),
                door == null ? doorIn(row.getString("detail")) : door,
                row.getString("act"),
                row.getString("opportunity_id"),
                row.getString("outcome"),
                status == 0 ? null : status,
                row.getString("source"));
    }

    /** The door that a ledger's entry carries among its facts. */
    private static @Nullable String doorIn(@Nullable String detail) {
        try {
            return detail == null ? null : JSON.readTree(detail).path("door").textValue();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An entry's facts in the database are not the JSON that was written.", e);
        }
    }

    private static String cut(String text, int length) {
        var plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.substring(0, Math.min(plain.length(), length));
    }
}
