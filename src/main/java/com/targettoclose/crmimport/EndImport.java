package com.targettoclose.crmimport;

import com.targettoclose.background.WorkState;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps, gives back and ends imports. With its end an import's file is deleted; its outcome stays. */
@Service
class EndImport {

    private static final int LONGEST = 2000;

    private final ImportTable imports;
    private final ImportChunks chunks;
    private final RowOutcomes outcomes;
    private final ImportSettings settings;
    private final Clock clock;

    EndImport(ImportTable imports, ImportChunks chunks, RowOutcomes outcomes, ImportSettings settings, Clock clock) {
        this.imports = imports;
        this.chunks = chunks;
        this.outcomes = outcomes;
        this.settings = settings;
        this.clock = clock;
    }

    /** Keeps an import for another lease. */
    @Transactional
    void keep(String id, String worker) {
        if (!imports.keep(id, worker, clock.instant().plus(settings.lease()))) {
            throw new LeaseLost(id);
        }
    }

    /** Every row has its outcome. */
    @Transactional
    void finished(String id) {
        end(id, WorkState.FINISHED, null);
    }

    /** It cannot go on. */
    @Transactional
    void failed(String id, String why) {
        end(id, WorkState.FAILED, why.substring(0, Math.min(why.length(), LONGEST)));
    }

    private void end(String id, WorkState state, @Nullable String why) {
        imports.end(id, state, clock.instant(), why);
        outcomes.forgetUnchanged(id);
        chunks.delete(id);
    }
}
