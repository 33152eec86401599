package com.targettoclose.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a person's name and words were erased; the proof of it, which names nobody.
 *
 * @param id absent in a dry run
 * @param dryRun whether it only says what would be erased
 * @param deals in how many deals something was
 * @param texts how many names and words beside ledgers
 * @param callNotes how many pages of what somebody prepared for a call
 * @param rejectedRows how many values of rows that an import rejected
 * @param ids the deals, where it is told at once; absent in the list of proofs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Erasure(
        @Nullable String id,
        boolean dryRun,
        Instant at,
        String by,
        String reason,
        int deals,
        int texts,
        int callNotes,
        int rejectedRows,
        @Nullable List<String> ids) {}
