package com.targettoclose.pipeline.recap;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.History;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.pipeline.page.Talk;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a link by which a client answers what was recorded of one conversation. */
@Service
class SendRecap {

    private final Opportunities opportunities;
    private final Ledger ledger;
    private final RecapTable table;
    private final RecapTokens tokens;
    private final RecapSettings settings;
    private final Clock clock;

    SendRecap(
            Opportunities opportunities,
            Ledger ledger,
            RecapTable table,
            RecapTokens tokens,
            RecapSettings settings,
            Clock clock) {
        this.opportunities = opportunities;
        this.ledger = ledger;
        this.table = table;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Result {

        /** The link, and the conversation that it is about. */
        record Sent(RecapLink link, Talk talk) implements Result {}

        /** There is none; nothing was written. */
        record NotSent(Refusal refusal) implements Result {}
    }

    /**
     * Which conversation is meant.
     *
     * @param entry the number of one of its entries in the ledger
     * @param conversation its id in its diagram, and then the last time it was held; both null for the last conversation
     */
    record Meant(@Nullable Integer entry, @Nullable String conversation) {

        Optional<Talk> in(History history) {
            if (entry != null) {
                return Talk.with(history, entry);
            }
            return Talk.all(history).stream()
                    .filter(talk ->
                            conversation == null ? !talk.gained().isEmpty() : Objects.equals(conversation, talk.key()))
                    .reduce((earlier, later) -> later);
        }
    }

    /** Makes a link. An earlier one for the same conversation opens nothing any more. */
    @Transactional
    public Result send(String opportunityId, Meant meant, String who) {
        if (opportunities.lock(opportunityId).isEmpty()) {
            return new Result.NotSent(Refusal.notFound("There is no opportunity '" + opportunityId + "'."));
        }
        var history = ledger.history(opportunityId);
        var talk = meant.in(history).orElse(null);
        if (talk == null) {
            return new Result.NotSent(Refusal.conflict(
                    "There is no such conversation in this deal's ledger. Record it first, then make its link."));
        }
        if (talk.gained().isEmpty()) {
            return new Result.NotSent(Refusal.conflict(
                    "The client gave nothing in this conversation that it could confirm. Choose another one."));
        }
        var expires = clock.instant().plus(settings.validFor()).truncatedTo(ChronoUnit.MILLIS);
        var link = new RecapLink(
                tokens.newId(), opportunityId, talk.number(), history.entries().size() + 1, expires, false);
        var entry = Draft.of(EntryKind.RECAP_SENT)
                .detail(Map.of(History.ABOUT, talk.number(), "expiresAt", expires.toString()))
                .occurredOn(LocalDate.now(clock));
        ledger.append(opportunityId, List.of(entry), who);
        table.add(link);
        return new Result.Sent(link, talk);
    }
}
