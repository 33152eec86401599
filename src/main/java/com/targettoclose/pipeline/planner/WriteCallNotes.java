package com.targettoclose.pipeline.planner;

import com.targettoclose.conversation.EvidencePolicy;
import com.targettoclose.conversation.FieldReader;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.process.conversations.CallNotes;
import com.targettoclose.process.conversations.CallNotes.Notes;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what somebody prepares for a conversation. */
@Service
class WriteCallNotes {

    private final Opportunities opportunities;
    private final CallNotes callNotes;
    private final Clock clock;

    WriteCallNotes(Opportunities opportunities, CallNotes callNotes, Clock clock) {
        this.opportunities = opportunities;
        this.callNotes = callNotes;
        this.clock = clock;
    }

    /** What was prepared, as it was sent. */
    record RawNotes(
            @Nullable String questions,
            @Nullable String concerns,
            @Nullable String fallbackAsk,
            @Nullable String notes) {}

    /**
     * Keeps it.
     *
     * @param basedOn the version that whoever writes had read; 0 where there was none
     * @return why not, every fault included; empty where it is kept
     */
    @Transactional
    public Optional<Refusal> write(String opportunityId, String conversation, RawNotes raw, int basedOn, String who) {
        if (opportunities.lock(opportunityId).isEmpty()) {
            return Optional.of(Refusal.notFound("There is no opportunity '" + opportunityId + "'."));
        }
        var before = callNotes.find(opportunityId, conversation);
        int version = before.map(Notes::version).orElse(0);
        if (version != basedOn) {
            return Optional.of(
                    Refusal.conflict("Somebody wrote here since you opened this page. Copy what you wrote, load the"
                            + " page again, and add it to theirs."));
        }
        var fields = new FieldReader();
        var notes = new Notes(
                text(fields, "questions", raw.questions()),
                text(fields, "concerns", raw.concerns()),
                text(fields, "fallbackAsk", raw.fallbackAsk()),
                text(fields, "notes", raw.notes()),
                version + 1,
                who,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        if (!fields.faults().isEmpty()) {
            return Optional.of(Refusal.invalid(fields.faults()));
        }
        callNotes.keep(opportunityId, conversation, notes);
        return Optional.empty();
    }

    private static String text(FieldReader fields, String name, @Nullable String sent) {
        var text = fields.text(name, sent, EvidencePolicy.MAX_WORDS);
        return text == null ? "" : text;
    }
}
