package com.targettoclose.export;

import com.targettoclose.ledger.ChainCheck;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads everything that is kept of one opportunity, as of one moment. */
@Service
class ExportDeal {

    private final Opportunities opportunities;
    private final DealTables tables;
    private final Ledger ledger;
    private final Clock clock;

    ExportDeal(Opportunities opportunities, DealTables tables, Ledger ledger, Clock clock) {
        this.opportunities = opportunities;
        this.tables = tables;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * All of it.
     *
     * @param chainHolds whether its ledger was as it was written when this was read
     * @param tables its rows by table; each row by column, without what is empty
     */
    @Schema(name = "OpportunityExport")
    record Exported(
            String opportunity,
            Instant exportedAt,
            String exportedBy,
            boolean chainHolds,
            Map<String, List<Map<String, Object>>> tables) {}

    /** Everything of an opportunity, for somebody who may read it; empty where there is none. */
    @Transactional(readOnly = true, isolation = Isolation.SERIALIZABLE)
    public Optional<Exported> of(String id, String by) {
        return opportunities.find(id).map(deal -> {
            ChainCheck check = ledger.check(id);
            return new Exported(id, clock.instant(), by, check.holds(), tables.of(id));
        });
    }
}
