package com.targettoclose.report.figures;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which deals a report is about; a null part asks for all.
 *
 * @param from the first day of the period; how deals ended is counted by the day they ended, all else by the day they began
 * @param to its last day
 * @param edition the number of the edition that they run or ran on
 * @param stage narrows what is counted at gates
 * @param owners whose deals, by user id, one at least
 */
public record ReportFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String roadmap,
        @Nullable Integer edition,
        @Nullable String stage,
        @Nullable Set<String> owners,
        @Nullable String dealType,
        @Nullable String sizeBand) {

    /** Everything. */
    public static final ReportFilter ALL = new ReportFilter(null, null, null, null, null, null, null, null);

    public ReportFilter {
        owners = owners == null ? null : Set.copyOf(owners);
    }

    /** Those of them that began in the period. */
    String begun() {
        return deals() + (from == null ? "" : " and opened_on >= :from") + (to == null ? "" : " and opened_on <= :to");
    }

    /** Those of them that ended in the period, and open ones. */
    String ended() {
        return deals()
                + (from == null ? "" : " and (status = 'open' or closed_on >= :from)")
                + (to == null ? "" : " and (status = 'open' or closed_on <= :to)");
    }

    /** At the gate of one stage, if one is asked for. */
    String atGate() {
        return stage == null ? "" : " and stage = :stage";
    }

    /** The same on one roadmap. */
    public ReportFilter onRoadmap(String key) {
        return new ReportFilter(from, to, key, edition, stage, owners, dealType, sizeBand);
    }

    /** The deals, whenever they were. */
    String deals() {
        var where = new StringBuilder(" where 1 = 1");
        if (roadmap != null) {
            where.append(" and roadmap = :roadmap");
        }
        if (edition != null) {
            where.append(" and edition = :edition");
        }
        if (owners != null) {
            where.append(" and owner in (:owners)");
        }
        if (dealType != null) {
            where.append(" and deal_type = :dealType");
        }
        if (sizeBand != null) {
            where.append(" and size_band = :sizeBand");
        }
        return where.toString();
    }

    Map<String, Object> params() {
        Map<String, Object> params = new HashMap<>();
        params.put("from", from);
        params.put("to", to);
        params.put("roadmap", roadmap);
        params.put("edition", edition);
        params.put("stage", stage);
        params.put("owners", owners);
        params.put("dealType", dealType);
        params.put("sizeBand", sizeBand);
        params.values().removeIf(Objects::isNull);
        return params;
    }
}
