package com.targettoclose.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of what was done and tried, from the log or from a ledger.
 *
 * @param act the call that was made; from a ledger, the kind of the entry and its item
 * @param status of the answer; null where the line comes from a ledger, as is {@code source}
 */
@Schema(name = "AuditLine")
record AuditLine(
        Instant at,
        @Nullable String user,
        @Nullable String door,
        String act,
        @Nullable String opportunity,
        String outcome,
        @Nullable Integer status,
        @Nullable String source) {}
