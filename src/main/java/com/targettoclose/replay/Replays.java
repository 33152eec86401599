package com.targettoclose.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.targettoclose.background.LeasedWork;
import com.targettoclose.background.WorkState;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.edition.Editions;
import com.targettoclose.gate.Gatekeeper;
import com.targettoclose.ledger.History;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.OpportunityLists;
import com.targettoclose.process.roadmap.Roadmaps;
import com.targettoclose.verifier.Redesigns;
import com.targettoclose.verifier.design.Design;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Holds the ledgers of all deals against an edition, or files that are not deployed, and keeps what came of it. */
@Service
public class Replays implements LeasedWork.Job {

    private static final String FAILED = "Something went wrong here; the log says more. Ask for it again.";

    private final ReplayTable replays;
    private final Redesigns redesigns;
    private final Editions editions;
    private final Roadmaps roadmaps;
    private final Gatekeeper gatekeeper;
    private final OpportunityLists opportunities;
    private final Ledger ledger;
    private final ReplaySettings settings;
    private final Clock clock;
    private final ObjectMapper json;

    Replays(
            ReplayTable replays,
            Redesigns redesigns,
            Editions editions,
            Roadmaps roadmaps,
            Gatekeeper gatekeeper,
            OpportunityLists opportunities,
            Ledger ledger,
            ReplaySettings settings,
            Clock clock,
            ObjectMapper json) {
        this.replays = replays;
        this.redesigns = redesigns;
        this.editions = editions;
        this.roadmaps = roadmaps;
        this.gatekeeper = gatekeeper;
        this.opportunities = opportunities;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
        this.json = json;
    }

    /** What came of asking. */
    public sealed interface Result {

        /** It is stored; a node will work on it. */
        record Received(ReplayView view) implements Result {}

        /** It would not be deployed, so nothing is replayed. */
        record NotReceived(Refusal refusal) implements Result {}
    }

    /** Stores files to replay, one at least. */
    @Transactional
    public Result ask(Map<String, byte[]> files, String who) {
        var reasons = redesigns.propose(files).reasons();
        if (reasons.isPresent()) {
            return new Result.NotReceived(Refusal.unacceptable("Nothing was replayed. " + reasons.get()));
        }
        var id = UUID.randomUUID().toString();
        replays.add(id, who, clock.instant(), files);
        return new Result.Received(find(id).orElseThrow());
    }

    /** Asks for a replay of an edition. */
    @Transactional
    public Result ask(int edition, String who) {
        if (editions.find(edition).isEmpty()) {
            return new Result.NotReceived(Refusal.notFound("There is no edition " + edition + "."));
        }
        var id = UUID.randomUUID().toString();
        replays.add(id, who, clock.instant(), edition);
        return new Result.Received(find(id).orElseThrow());
    }

    /** The newest replay of an edition, with its result once it is finished. */
    public Optional<ReplayView> newestOf(int edition) {
        return replays.newestOf(edition).map(row -> ReplayView.of(row, result(row)));
    }

    /** One replay, with its result once it is finished. */
    public Optional<ReplayView> find(String id) {
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

    /** Works on a replay from its beginning. */
    @Override
    public void run(String id, String worker, BooleanSupplier goOn) {
        var then = new Judge(design(id), gatekeeper);
        var now = new Judges(editions, roadmaps, gatekeeper);
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

    private Design design(String id) {
        return replays.find(id)
                .map(ReplayRow::edition)
                .map(number -> editions.design(editions.find(number).orElseThrow()))
                .orElseGet(() -> redesigns.propose(replays.files(id)).whole());
    }

    private void count(List<Opportunity> page, Judges now, Judge then, Tally tally) {
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

    @Override
    public void failed(String id, String worker) {
        replays.end(id, worker, WorkState.FAILED, clock.instant(), null, FAILED);
    }
}
