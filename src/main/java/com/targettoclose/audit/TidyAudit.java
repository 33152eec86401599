package com.targettoclose.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes lines that are older than they are kept, once a day whichever node comes first. */
@Component
class TidyAudit {

    private static final Logger LOG = LoggerFactory.getLogger(TidyAudit.class);

    private final AuditTable table;
    private final AuditSettings settings;
    private final Clock clock;

    TidyAudit(AuditTable table, AuditSettings settings, Clock clock) {
        this.table = table;
        this.settings = settings;
        this.clock = clock;
    }

    /** Looks every hour, so that a node that was down at night tidies in the morning. */
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    @Transactional
    public void tidy() {
        if (table.claim(LocalDate.now(clock))) {
            int deleted = table.deleteBefore(clock.instant().minus(settings.keep()));
            LOG.info("Deleted {} lines of the audit trail that were older than {}", deleted, settings.keep());
        }
    }
}
