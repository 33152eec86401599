package com.targettoclose.process.stage;

import com.targettoclose.gate.Waiver;
import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.QuietDeals;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What follows from hearing of a deal again: its silence ends, and nobody need advise on it any more. */
@Service
public class Heard {

    private final QuietDeals quietDeals;
    private final Ledger ledger;
    private final OpenRequests openRequests;
    private final Clock clock;

    Heard(QuietDeals quietDeals, Ledger ledger, OpenRequests openRequests, Clock clock) {
        this.quietDeals = quietDeals;
        this.ledger = ledger;
        this.openRequests = openRequests;
        this.clock = clock;
    }

    /**
     * Something was heard of a deal today, or it ended.
     *
     * @param opportunity locked by the caller
     * @param nextStepOn the day that was agreed with the client: until then silence is no stall
     */
    public void of(Opportunity opportunity, @Nullable LocalDate nextStepOn, String who) {
        var today = LocalDate.now(clock);
        quietDeals.heard(opportunity.id(), nextStepOn == null || nextStepOn.isBefore(today) ? today : nextStepOn);
        Stall.open(ledger.history(opportunity.id())).ifPresent(stall -> close(opportunity, stall, who));
    }

    private void close(Opportunity opportunity, Stall stall, String who) {
        var task = openRequests.taskOf(opportunity.id(), stall.number());
        var moot = Draft.of(EntryKind.MOOT)
                .detail(Map.of(Waiver.REQUEST, stall.number()))
                .occurredOn(LocalDate.now(clock))
                .from(task.map(id -> new Draft.Origin(null, id, null, null)).orElse(null));
        ledger.append(opportunity.id(), List.of(moot), who);
        task.ifPresent(openRequests::complete);
    }
}
