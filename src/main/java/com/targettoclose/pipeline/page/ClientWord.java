package com.targettoclose.pipeline.page;

import com.targettoclose.ledger.History;
import com.targettoclose.pipeline.page.SeenDeals.Seen;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the client was asked to confirm, conversation by conversation. */
public interface ClientWord {

    /**
     * A conversation that the client can confirm.
     *
     * @param entry its number in the ledger
     * @param what which conversation it was, when and with whom it was held
     * @param state in a sentence what came of it so far
     * @param link what to send to the client; null where there is none to send
     * @param mail opens a mail that carries the link; null where there is none
     */
    record Asked(
            int entry,
            String what,
            String state,
            @Nullable String link,
            @Nullable String mail) {}

    /** The last conversations, the newest first; none for whoever may not ask. */
    List<Asked> of(Seen seen, History history);
}
