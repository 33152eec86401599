package com.targettoclose.process.requests;

import com.targettoclose.conversation.FieldReader;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.gate.Waiver;
import com.targettoclose.gate.WaiverPolicy;
import com.targettoclose.gate.WaiverPolicy.RawAsk;
import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.process.AsTheApplication;
import com.targettoclose.process.Contract;
import com.targettoclose.process.Refusals;
import com.targettoclose.process.stage.Standings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks for an opportunity to pass without what the client has not given. */
@Service
public class AskForWaiver {

    private final ProcessEngine engine;
    private final Opportunities opportunities;
    private final Ledger ledger;
    private final Standings standings;
    private final Clock clock;

    AskForWaiver(
            @Lazy ProcessEngine engine, Opportunities opportunities, Ledger ledger, Standings standings, Clock clock) {
        this.engine = engine;
        this.opportunities = opportunities;
        this.ledger = ledger;
        this.standings = standings;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Result {

        /** It was asked for, in the ledger's entry of this number. */
        record Asked(int number) implements Result {}

        /** It was not; nothing was written. */
        record NotAsked(Refusal refusal) implements Result {}
    }

    /** Asks, and starts the process in which somebody decides. */
    @Transactional
    public Result ask(String opportunityId, RawAsk raw, String who) {
        var result = write(opportunityId, raw, who);
        if (result instanceof Result.Asked asked) {
            AsTheApplication.call(
                    engine,
                    () -> engine.getRuntimeService()
                            .createMessageCorrelation(Contract.WAIVER_ASKED)
                            .processInstanceBusinessKey(opportunityId)
                            .setVariable(Contract.REQUEST_VARIABLE, asked.number())
                            .correlateStartMessage());
        }
        return result;
    }

    /** Asks from inside the process in which somebody decides. */
    @Transactional
    Result write(String opportunityId, RawAsk raw, String who) {
        var found = opportunities.lock(opportunityId);
        if (found.isEmpty()) {
            return new Result.NotAsked(Refusals.noOpportunity(opportunityId));
        }
        var opportunity = found.get();
        if (!opportunity.open() && !opportunity.inExecution()) {
            return new Result.NotAsked(Refusals.ended(opportunity, "There is nothing left to waive."));
        }
        var history = ledger.history(opportunityId);
        var standing = standings.of(opportunity, history);
        var waiting = Waiver.all(history).stream()
                .filter(Waiver::open)
                .flatMap(waiver -> waiver.items().stream())
                .toList();
        var fields = new FieldReader();
        var ask = WaiverPolicy.ask(
                raw, standing.roadmap().items(), standing.decision().gaps(), waiting, fields);
        if (ask == null) {
            return new Result.NotAsked(Refusal.invalid(fields.faults()));
        }
        var entry = Draft.of(EntryKind.WAIVER_ASKED)
                .detail(Waiver.asking(ask.items(), ask.level()))
                .said(null, ask.reason())
                .occurredOn(LocalDate.now(clock));
        ledger.append(opportunityId, List.of(entry), who);
        return new Result.Asked(history.entries().size() + 1);
    }
}
