package com.targettoclose.audit;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for; a null part asks for all.
 *
 * @param from the first moment
 * @param before the first moment that is too late
 */
record AuditFilter(
        @Nullable String opportunity,
        @Nullable String user,
        @Nullable Outcome outcome,
        @Nullable Instant from,
        @Nullable Instant before) {

    /**
     * Whether the ledgers are read too. What was done to opportunities stands there: it is looked up by an opportunity or
     * a user, never all of it.
     */
    boolean readsLedgers() {
        return opportunity != null || user != null;
    }

    String where() {
        var where = new StringBuilder(" where 1 = 1");
        params().keySet()
                .forEach(name -> where.append(
                        switch (name) {
                            case "opportunity" -> " and opportunity_id = :opportunity";
                            case "user" -> " and user_id = :user";
                            case "outcome" -> " and outcome = :outcome";
                            case "from" -> " and occurred_at >= :from";
                            default -> " and occurred_at < :before";
                        }));
        return where.toString();
    }

    Map<String, Object> params() {
        Map<String, Object> params = new HashMap<>();
        if (opportunity != null) {
            params.put("opportunity", opportunity);
        }
        if (user != null) {
            params.put("user", user);
        }
        if (outcome != null) {
            params.put("outcome", outcome.value());
        }
        if (from != null) {
            params.put("from", Timestamp.from(from));
        }
        if (before != null) {
            params.put("before", Timestamp.from(before));
        }
        return params;
    }
}
