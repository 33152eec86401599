package com.targettoclose.reroute;

import com.targettoclose.background.LeasedWork;
import com.targettoclose.background.Leases;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.edition.Edition;
import com.targettoclose.edition.Edition.State;
import com.targettoclose.edition.Editions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves of open opportunities to the edition in force: asked for, paused, let go on, and worked through. */
@Service
public class Reroutes implements LeasedWork.Job {

    private static final List<RerouteState> UNDER_WAY = List.of(RerouteState.QUEUED, RerouteState.RUNNING);

    private final RerouteTable table;
    private final MoveOne moveOne;
    private final Editions editions;
    private final Leases leases;
    private final RerouteSettings settings;
    private final Clock clock;

    Reroutes(
            RerouteTable table,
            MoveOne moveOne,
            Editions editions,
            Leases leases,
            RerouteSettings settings,
            Clock clock) {
        this.table = table;
        this.moveOne = moveOne;
        this.editions = editions;
        this.leases = leases;
        this.settings = settings;
        this.clock = clock;
    }

    /** What came of asking. */
    public sealed interface Result {

        /** It is stored; a node will work on it. */
        record Received(RerouteView view) implements Result {}

        /** It is not, and nothing moves. */
        record NotReceived(Refusal refusal) implements Result {}
    }

    /** Stores a move to an edition. A dry run may try one that nobody has committed to yet. */
    @Transactional
    public Result ask(int number, Which which, boolean dryRun, String who) {
        var edition = editions.find(number);
        if (edition.isEmpty()) {
            return new Result.NotReceived(Refusal.notFound("There is no edition " + number + "."));
        }
        var notNow = notNow(edition.get(), dryRun);
        if (notNow != null) {
            return new Result.NotReceived(Refusal.conflict(notNow));
        }
        var id = UUID.randomUUID().toString();
        var row = new RerouteRow(id, RerouteState.QUEUED, number, dryRun, who, clock.instant(), null, null, 0);
        table.add(row, which, edition.get().deploymentId());
        return new Result.Received(find(id).orElseThrow());
    }

    private static @Nullable String notNow(Edition edition, boolean dryRun) {
        var state = edition.state();
        if (state == State.IN_FORCE || dryRun && state == State.PROPOSED) {
            return null;
        }
        return switch (state) {
            case PROPOSED ->
                "No leader has committed to edition " + edition.number()
                        + " yet. Until then only a dry run is possible.";
            case DECLINED -> "Edition " + edition.number() + " was declined. No deal moves to it.";
            case SUPERSEDED, COMMITTED, IN_FORCE ->
                "Edition " + edition.number()
                        + " is not in force any more. To go back to it, propose its files anew and have them committed to.";
        };
    }

    /** One move. */
    public Optional<RerouteView> find(String id) {
        return table.find(id).map(row -> RerouteView.of(row, table.counts(id), table.moves(id)));
    }

    /** The newest, at most so many. */
    public List<RerouteView> newest(int most) {
        return table.newest(most).stream()
                .map(row -> RerouteView.of(row, table.counts(row.id()), List.of()))
                .toList();
    }

    /** One page of what became of its opportunities, in the order failed, left, moved, waiting. */
    public List<RerouteDeal> deals(String id, int page, int size) {
        return table.page(id, page, size);
    }

    /** Stops a move behind the opportunity at hand. */
    public Optional<Refusal> pause(String id) {
        return turned(
                table.turn(id, UNDER_WAY, RerouteState.PAUSED, null),
                "There is nothing to pause: it is not under way.");
    }

    /** Lets a paused move go on. */
    public Optional<Refusal> resume(String id) {
        return turned(
                table.turn(id, List.of(RerouteState.PAUSED), RerouteState.QUEUED, null),
                "There is nothing to resume: it is not paused.");
    }

    private static Optional<Refusal> turned(boolean done, String otherwise) {
        return done ? Optional.empty() : Optional.of(Refusal.conflict(otherwise));
    }

    /** Goes on with a move where it stands. */
    @Override
    public void run(String id, String worker, BooleanSupplier goOn) {
        var row = table.find(id).orElseThrow();
        var edition = editions.find(row.edition()).orElseThrow();
        var next = table.waiting(id, settings.batch());
        while (!next.isEmpty()) {
            for (var deal : next) {
                var until = clock.instant().plus(settings.lease());
                if (!goOn.getAsBoolean() || !leases.keep(RerouteTable.TABLE, id, worker, until)) {
                    return;
                }
                moveOne.move(row, edition, deal);
            }
            next = table.waiting(id, settings.batch());
        }
        table.turn(id, List.of(RerouteState.RUNNING), RerouteState.FINISHED, clock.instant());
    }

    @Override
    public void failed(String id, String worker) {
        table.turn(id, UNDER_WAY, RerouteState.FAILED, clock.instant());
    }
}
