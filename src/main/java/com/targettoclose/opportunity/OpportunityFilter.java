package com.targettoclose.opportunity;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which opportunities are asked for; a null part asks for all.
 *
 * @param owners of any of these users, one at least
 * @param text stands somewhere in the client's name or the id, in any case
 */
public record OpportunityFilter(
        @Nullable Status status,
        @Nullable String stage,
        @Nullable Set<String> owners,
        @Nullable String text) {

    /** Without a search. */
    public OpportunityFilter(@Nullable Status status, @Nullable String stage, @Nullable Set<String> owners) {
        this(status, stage, owners, null);
    }

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
        if (text != null) {
            where.append(" and (lower(account) like :text escape '!' or lower(id) like :text escape '!')");
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
        if (text != null) {
            params.put("text", "%" + text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%");
        }
        return params;
    }
}
