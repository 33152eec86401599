package com.targettoclose.opportunity;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which opportunities are asked for; a null part asks for all.
 *
 * @param owners of any of these users, one at least
 */
public record OpportunityFilter(
        @Nullable Status status,
        @Nullable String stage,
        @Nullable Set<String> owners) {

    String where() {
        var where = new StringBuilder(" where 1 = 1");
        if (status != null) {
            where.append(" and status = :status");
        }
        if (stage != null) {
            where.append(" and stage = :stage");
        }
        if (owners != null) {
            where.append(" and owner in (:owners)");
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
        if (owners != null) {
            params.put("owners", owners);
        }
        return params;
    }
}
