package com.targettoclose.metrics;

import com.targettoclose.ledger.Appended;
import com.targettoclose.ledger.Entry;
import com.targettoclose.ledger.EntryKind;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Counts what was written to ledgers on this node, once it is there to stay. */
@Component
class CountEntries {

    private static final Set<EntryKind> ANSWERS = EnumSet.of(EntryKind.GAINED, EntryKind.NOT_YET, EntryKind.DECLINED);

    private final MeterRegistry meters;

    CountEntries(MeterRegistry meters) {
        this.meters = meters;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void count(Appended appended) {
        appended.entries().forEach(this::count);
        if (appended.entries().stream().anyMatch(CountEntries::isAnAnswer)) {
            meters.counter("t2c.conversations").increment();
        }
    }

    private void count(Entry entry) {
        meters.counter("t2c.ledger.entries", "kind", entry.kind().value()).increment();
        if (entry.kind() == EntryKind.GATE) {
            var detail = entry.content().detail();
            meters.counter(
                            "t2c.gate.decisions",
                            "stage",
                            String.valueOf(detail.get("stage")),
                            "outcome",
                            String.valueOf(detail.get("outcome")))
                    .increment();
        }
    }

    /** A client's, and not an import's. */
    private static boolean isAnAnswer(Entry entry) {
        return ANSWERS.contains(entry.kind()) && entry.content().channel() != null;
    }
}
