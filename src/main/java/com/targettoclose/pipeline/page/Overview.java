package com.targettoclose.pipeline.page;

import com.targettoclose.pipeline.OpportunityView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One opportunity as its page shows it.
 *
 * @param deal as the HTTP interface shows it
 * @param facts status, worth and the like, each a few words
 * @param adherence what it is and means, in a sentence
 * @param stages the roadmap, in order
 * @param asked what the client can be asked to confirm
 * @param told newest first
 */
record Overview(
        OpportunityView deal,
        List<String> facts,
        String ownerName,
        String adherence,
        List<String> notices,
        List<StageLine> stages,
        List<OwedLine> owed,
        List<OpenLine> open,
        List<WaiverLine> waivers,
        List<ClientWord.Asked> asked,
        List<Told> told) {

    /**
     * A stage.
     *
     * @param place {@code passed, here} or {@code ahead}
     */
    record StageLine(String label, String place, String placeInWords, int held, int all, List<TalkLine> talks) {}

    /** A conversation of a stage. */
    record TalkLine(String key, String name, List<ItemLine> items) {}

    /**
     * An item.
     *
     * @param state as {@code OpportunityView} names it
     * @param marks how it is proven and how it came here, each a few words
     * @param said who said what about it; null where nobody did, or whoever looks may not read it
     */
    record ItemLine(
            String label,
            String state,
            String stateInWords,
            boolean commitment,
            boolean owed,
            List<Mark> marks,
            String since,
            @Nullable SaidLine said) {}

    /**
     * A few words about an item.
     *
     * @param kind by which it is told apart at a glance
     */
    record Mark(String kind, String words) {}

    /** What the client said, and where it can be seen. */
    record SaidLine(
            @Nullable String contact,
            @Nullable String words,
            @Nullable String link) {}

    /** Something owed: why, who may waive it, and what became of deals that went on without it. */
    record OwedLine(String label, boolean commitment, String why, String waivableBy, String skipping) {}

    /** A conversation that is open as a task. */
    record OpenLine(String key, String name, String taskLink, String attempts, String due) {}

    /** A waiver that was asked for. */
    record WaiverLine(
            String id,
            String labels,
            String state,
            String asked,
            @Nullable String reason,
            String decided,
            @Nullable String decisionReason,
            boolean open) {}

    /**
     * Something that happened.
     *
     * @param number the ledger's entry, the first where it is several
     * @param kind of that entry
     * @param what a sentence
     * @param quotes what was said, each with what it was about
     */
    record Told(int number, String kind, String on, String who, String what, List<Quote> quotes) {}

    /** Words, and what they were about. */
    record Quote(
            @Nullable String about,
            @Nullable String words,
            @Nullable String link) {}
}
