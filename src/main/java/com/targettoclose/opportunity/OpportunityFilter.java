package com.targettoclose.opportunity;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which opportunities are asked for; a null part asks for all. */
public record OpportunityFilter(
        @Nullable Status status,
        @Nullable String stage,
        @Nullable String owner) {

    String where() {
        var where = new StringBuilder(" where 1 = 1");
        if (status != null) {
            where.append(" and status = :status");
        }
        if (stage != null) {
            where.append(" and stage = :stage");
        }
        if (owner != null) {
            where.append(" and owner = :owner");
        }
        return where.toString();
    }

    Map<String, Object> params() {
        Map<String, Object> params = new HashMap<>();
        if (status != null) {
            params.put("status", status.value());
        }
        if (stage != null) {
            params.put("stage", stage);
        }
        if (owner != null) {
            params.put("owner", owner);
        }
        return params;
    }
}
