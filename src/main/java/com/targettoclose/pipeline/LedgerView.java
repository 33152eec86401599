package com.targettoclose.pipeline;

import com.targettoclose.conversation.Choice;
import com.targettoclose.ledger.ChainCheck;
import com.targettoclose.ledger.Entry;
import com.targettoclose.ledger.History;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An opportunity's ledger as the HTTP contract shows it.
 *
 * @param entries oldest first
 * @param chainHolds whether every entry is as it was written and none is missing
 * @param findings what is wrong where the chain does not hold
 */
@Schema(name = "Ledger")
record LedgerView(List<EntryView> entries, boolean chainHolds, List<FindingView> findings) {

    /** One entry. */
    @Schema(name = "LedgerEntry")
    record EntryView(
            int number,
            String kind,
            @Nullable String item,
            @Nullable String provenance,
            @Nullable String contact,
            @Nullable String words,
            @Nullable String channel,
            @Nullable String proof,
            @Nullable String link,
            @Nullable LocalDate occurredOn,
            String recordedBy,
            Instant recordedAt,
            @Nullable String conversation,
            @Nullable String taskId,
            @Nullable String process,
            @Nullable Integer processVersion,
            Map<String, Object> detail) {}

    /** One thing wrong with the chain; entry 0 is the ledger as a whole. */
    @Schema(name = "ChainFinding")
    record FindingView(int entry, String fault) {}

    static LedgerView of(History history, ChainCheck check) {
        return new LedgerView(
                history.entries().stream().map(LedgerView::entry).toList(),
                check.holds(),
                check.findings().stream()
                        .map(finding -> new FindingView(
                                finding.number(), finding.fault().value()))
                        .toList());
    }

    private static EntryView entry(Entry entry) {
        var it = entry.content();
        var origin = it.origin();
        return new EntryView(
                entry.number(),
                it.kind().value(),
                it.item(),
                value(it.provenance()),
                it.contact(),
                it.words(),
                value(it.channel()),
                value(it.proof()),
                it.link(),
                it.occurredOn(),
                entry.recordedBy(),
                entry.recordedAt(),
                origin == null ? null : origin.conversation(),
                origin == null ? null : origin.task(),
                origin == null ? null : origin.processDefinition(),
                origin == null ? null : origin.processVersion(),
                it.detail());
    }

    private static @Nullable String value(@Nullable Choice choice) {
        return choice == null ? null : choice.value();
    }
}
