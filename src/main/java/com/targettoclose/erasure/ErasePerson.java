package com.targettoclose.erasure;

import com.targettoclose.conversation.EvidencePolicy;
import com.targettoclose.conversation.FaultCode;
import com.targettoclose.conversation.FieldReader;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.ledger.PersonalTexts;
import com.targettoclose.opportunity.Opportunities;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Erases what is kept of a person at a client: names and words beside ledgers, call notes, values of rejected rows. */
@Service
class ErasePerson {

    private static final int SHORTEST = 4;
    private static final int MAX_REASON = 1_000;

    private final PersonalTexts texts;
    private final Opportunities opportunities;
    private final ErasureTable table;
    private final Clock clock;

    ErasePerson(PersonalTexts texts, Opportunities opportunities, ErasureTable table, Clock clock) {
        this.texts = texts;
        this.opportunities = opportunities;
        this.table = table;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Result {

        /** It is erased; or would be, in a dry run. */
        record Done(Erasure erasure) implements Result {}

        /** Nothing is. */
        record NotDone(Refusal refusal) implements Result {}
    }

    /**
     * Erases them everywhere, or nowhere.
     *
     * @param person as they are called: first and last name
     * @param reason why; it stands in the ledgers for good
     * @param dryRun whether only to say how much there is
     */
    @Transactional
    Result erase(@Nullable String person, @Nullable String reason, boolean dryRun, String who) {
        var fields = new FieldReader();
        var name = fields.requiredText("person", person, EvidencePolicy.MAX_CONTACT);
        var why = fields.requiredText("reason", reason, MAX_REASON);
        if (name != null && name.length() < SHORTEST) {
            fields.fault("person", FaultCode.OUT_OF_RANGE, name, SHORTEST + " characters or more: first and last name");
        }
        if (name != null && why != null && why.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT))) {
            fields.fault(
                    "reason", FaultCode.UNREADABLE, null, "leave the person's name out: it stands there for good.");
        }
        if (name == null || why == null || !fields.faults().isEmpty()) {
            return new Result.NotDone(Refusal.invalid(fields.faults()));
        }
        return new Result.Done(dryRun ? wouldErase(name, why, who) : erase(name, why, who));
    }

    private Erasure wouldErase(String person, String reason, String who) {
        var ids = texts.naming(person);
        int found = texts.count(ids, person);
        return new Erasure(
                null,
                true,
                clock.instant(),
                who,
                reason,
                ids.size(),
                found,
                table.callNotes(person),
                table.rejectedRows(person),
                ids);
    }

    private Erasure erase(String person, String reason, String who) {
        var ids = texts.naming(person);
        opportunities.lockEach(ids);
        int erased = texts.erase(ids, person, reason, who);
        var erasure = new Erasure(
                UUID.randomUUID().toString(),
                false,
                clock.instant(),
                who,
                reason,
                ids.size(),
                erased,
                table.eraseCallNotes(person),
                table.eraseRejectedRows(person),
                ids);
        table.add(erasure);
        return erasure;
    }
}
