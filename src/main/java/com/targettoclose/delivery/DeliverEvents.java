package com.targettoclose.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.targettoclose.background.BackgroundWork;
import com.targettoclose.ledger.Entry;
import com.targettoclose.ledger.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Delivers entries, on every node, each deal on one at a time. An entry counts as delivered once the other side has said so: a
 * node that stops in between sends it again. Of one deal the next is sent when the one before it was taken.
 */
@Component
public class DeliverEvents extends BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(DeliverEvents.class);
    private static final int DEALS_AT_ONCE = 50;
    private static final int ENTRIES_AT_ONCE = 100;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final int LARGEST_POWER = 10;

    private final Outbox outbox;
    private final Ledger ledger;
    private final Receiver receiver;
    private final DeliverySettings settings;
    private final TransactionOperations transactions;
    private final ObjectMapper json;
    private final Clock clock;
    private volatile boolean begun;

    DeliverEvents(
            Outbox outbox,
            Ledger ledger,
            Receiver receiver,
            DeliverySettings settings,
            TransactionOperations transactions,
            ObjectMapper json,
            Clock clock) {
        super(
                "events",
                new Timing(settings.wanted() && settings.background(), settings.lookEvery(), Duration.ofSeconds(20)));
        this.outbox = outbox;
        this.ledger = ledger;
        this.receiver = receiver;
        this.settings = settings;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /** Notes that from now on there is somebody who wants to know, unless that was noted before. */
    void begin() {
        transactions.executeWithoutResult(status -> {
            if (!outbox.begun()) {
                outbox.begin(clock.instant(), settings.fromTheBeginning());
            }
        });
    }

    @Override
    protected void look() {
        if (!begun) {
            begin();
            begun = true;
        }
        var worker = UUID.randomUUID().toString();
        while (goesOn() && deliver(worker) == DEALS_AT_ONCE) {
            LOG.debug("There is more to deliver");
        }
    }

    /**
     * Delivers what is due of some deals. Where the other side is away, the rest waits for the next look.
     *
     * @return of how many deals everything was taken
     */
    int deliver(String worker) {
        int done = 0;
        for (var deal : outbox.due(clock.instant(), DEALS_AT_ONCE)) {
            var id = deal.opportunityId();
            if (goesOn() && outbox.claim(id, worker, clock.instant(), leaseEnds())) {
                var answer = deliver(id, worker);
                if (answer instanceof Answer.Later later && later.away()) {
                    return done;
                }
                done += answer instanceof Answer.Taken ? 1 : 0;
            }
        }
        return done;
    }

    private Instant leaseEnds() {
        return clock.instant().plus(settings.timeout().multipliedBy(3));
    }

    /** Everything of one deal; another node that has taken it over goes on with the rest. */
    private Answer deliver(String id, String worker) {
        int delivered = outbox.delivered(id);
        try {
            var entries = ledger.entriesAfter(id, delivered, ENTRIES_AT_ONCE);
            while (!entries.isEmpty()) {
                for (var entry : entries) {
                    if (!goesOn() || !outbox.keep(id, worker, leaseEnds())) {
                        outbox.giveBack(id, worker);
                        return new Answer.Taken();
                    }
                    var answer = send(entry);
                    if (!(answer instanceof Answer.Taken)) {
                        return notTaken(id, entry.number(), worker, answer);
                    }
                    outbox.taken(id, entry.number());
                    outbox.forgive(id, worker);
                    delivered = entry.number();
                }
                entries = ledger.entriesAfter(id, delivered, ENTRIES_AT_ONCE);
            }
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("Event {}/{} cannot be sent", id, delivered + 1, e);
            return notTaken(
                    id, delivered + 1, worker, new Answer.Never("It cannot be sent as it is; the log says why"));
        }
        outbox.release(id, worker);
        return new Answer.Taken();
    }

    private Answer send(Entry entry) {
        try {
            return receiver.send(EntryEvent.of(entry, settings.source(), json));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Later("This node stops", true);
        }
    }

    private Answer notTaken(String id, int number, String worker, Answer answer) {
        int attempts = outbox.attempts(id) + 1;
        if (answer instanceof Answer.Later later && attempts < settings.mostAttempts()) {
            outbox.notTaken(id, worker, later.fault(), clock.instant().plus(pause(attempts)), null);
            return answer;
        }
        var fault = answer instanceof Answer.Never never ? never.fault() : ((Answer.Later) answer).fault();
        LOG.warn("Event {}/{} was not taken and waits for somebody: {}", id, number, fault);
        outbox.notTaken(id, worker, fault, null, clock.instant());
        return answer;
    }

    /** Twice as long after each attempt: one second, two, four, up to a quarter of an hour. */
    static Duration pause(int attempts) {
        var pause = Duration.ofSeconds(1L << Math.min(attempts - 1, LARGEST_POWER));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
