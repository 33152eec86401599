package com.targettoclose.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.targettoclose.background.WorkState;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.gate.Gatekeeper;
import com.targettoclose.ledger.History;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.OpportunityLists;
import com.targettoclose.verifier.Redesigns;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Holds the ledgers of all deals against files that somebody proposes, and keeps what came of it. */
@Service
class Replays {

    private static final int LONGEST_FAILURE = 2_000;

    private final ReplayTable replays;
    private final Redesigns redesigns;
    private final Gatekeeper gatekeeper;
    private final OpportunityLists opportunities;
    private final Ledger ledger;
    private final ReplaySettings settings;
    private final Clock clock;
    private final ObjectMapper json;

    Replays(
            ReplayTable replays,
            Redesigns redesigns,
            Gatekeeper gatekeeper,
            OpportunityLists opportunities,
            Ledger ledger,
            ReplaySettings settings,
            Clock clock,
            ObjectMapper json) {
        this.replays = replays;
        this.redesigns = redesigns;
        this.gatekeeper = gatekeeper;
        this.opportunities = opportunities;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
        this.json = json;
    }

    /** What came of asking. */
    sealed interface Result {

        /** It is stored; a node will work on it. */
        record Received(ReplayView view) implements Result {}

        /** It would not be deployed, so nothing is replayed. */
        record NotReceived(Refusal refusal) implements Result {}
    }

    /** Stores files to replay, one at least. */
    @Transactional
    Result ask(Map<String, byte[]> files, String who) {
        var reasons = redesigns.propose(files).reasons();
        if (reasons.isPresent()) {
            return new Result.NotReceived(Refusal.unacceptable("Nothing was replayed. " + reasons.get()));
        }
        var id = UUID.randomUUID().toString();
        replays.add(id, who, clock.instant(), files);
        return new Result.Received(find(id).orElseThrow());
    }

    /** One replay, with its result once it is finished. */
    Optional<ReplayView> find(String id) {
        return replays.find(id).map(row -> ReplayView.of(row, result(row)));
    }

    private Optional<ReplayResult> result(ReplayRow row) {
        try {
            return row.result() == null
                    ? Optional.empty()
                    : Optional.of(json.readValue(row.result(), ReplayResult.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The result of replay " + row.id() + " cannot be read", e);
        }
    }

    /**
     * Works on a replay from its beginning to its end, or until somebody asks to stop.
     *
     * @param goOn asked between batches
     */
    void run(String id, String worker, BooleanSupplier goOn) {
        var then = new Judge(redesigns.propose(replays.files(id)).whole(), gatekeeper);
        var now = new Judge(redesigns.standing(), gatekeeper);
        var tally = new Tally();
        long deals = opportunities.countOnARoadmap();
        long replayed = 0;
        var page = opportunities.onARoadmap("", settings.batch());
        while (!page.isEmpty()) {
            count(page, now, then, tally);
            replayed += page.size();
            var until = clock.instant().plus(settings.lease());
            if (!replays.progress(id, worker, Math.max(deals, replayed), replayed, until) || !goOn.getAsBoolean()) {
                return;
            }
            page = opportunities.onARoadmap(page.get(page.size() - 1).id(), settings.batch());
        }
        var result = written(tally.result(opportunities.countWonBefore()));
        replays.end(id, worker, WorkState.FINISHED, clock.instant(), result, null);
    }

    private void count(List<Opportunity> page, Judge now, Judge then, Tally tally) {
        var histories = ledger.aboutItems(page.stream().map(Opportunity::id).toList());
        for (var deal : page) {
            var history = histories.getOrDefault(deal.id(), new History(List.of()));
            tally.add(deal, now.judge(deal, history), then.judge(deal, history));
        }
    }

    private String written(ReplayResult result) {
        try {
            return json.writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** It cannot go on. */
    void failed(String id, String worker, String why) {
        var shortened = why.substring(0, Math.min(why.length(), LONGEST_FAILURE));
        replays.end(id, worker, WorkState.FAILED, clock.instant(), null, shortened);
    }
}
