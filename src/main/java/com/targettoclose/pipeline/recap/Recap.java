package com.targettoclose.pipeline.recap;

import com.targettoclose.conversation.Channel;
import com.targettoclose.conversation.Commitment;
import com.targettoclose.conversation.Item;
import com.targettoclose.ledger.Entry;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.History;
import com.targettoclose.pipeline.page.Day;
import com.targettoclose.pipeline.page.Talk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client reads of one conversation, and nothing else of the deal.
 *
 * @param client the client's name
 * @param rep who sells to them
 * @param understood outcomes
 * @param agreed commitments
 * @param answered what the client answered already; empty while it has not
 */
record Recap(
        String client,
        String rep,
        @Nullable String contact,
        String heldOn,
        String nextStepOn,
        List<Point> understood,
        List<Point> agreed,
        List<Answered> answered) {

    /** In the detail of what a client answered: the number of the entry that made the link. */
    static final String LINK = "recap";

    /**
     * Something that was recorded.
     *
     * @param number of the ledger's entry
     * @param words as they were recorded; null where they were erased since
     */
    record Point(
            int number, String item, String label, @Nullable String words) {

        /** Two fields of the form: what the client answers, and its words. */
        public String answerField() {
            return "answer" + number;
        }

        public String wordsField() {
            return "words" + number;
        }
    }

    /** What the client answered about one point. */
    record Answered(
            String label, boolean confirmed, @Nullable String words, String by, String on) {}

    /** Every point, in the order of the page. */
    List<Point> points() {
        List<Point> points = new ArrayList<>(understood);
        points.addAll(agreed);
        return points;
    }

    static Recap of(RecapLink link, Talk talk, History history, Map<String, Item> items, String client, String rep) {
        List<Point> understood = new ArrayList<>();
        List<Point> agreed = new ArrayList<>();
        for (var entry : talk.gained()) {
            var id = String.valueOf(entry.content().item());
            var item = items.get(id);
            var point = new Point(
                    entry.number(),
                    id,
                    item == null ? id : item.label(),
                    entry.content().words());
            (item instanceof Commitment ? agreed : understood).add(point);
        }
        return new Recap(
                client,
                rep,
                talk.contact(),
                how(talk.channel()) + Day.of(talk.heldOn()),
                talk.nextStepOn().map(Day::of).orElse(""),
                understood,
                agreed,
                answered(link, history, items));
    }

    private static String how(@Nullable Channel channel) {
        return channel == null
                ? ""
                : switch (channel) {
                    case MEETING -> "Meeting on ";
                    case CALL -> "Call on ";
                    case EMAIL -> "E-mail of ";
                    case DOCUMENT -> "Document of ";
                };
    }

    private static List<Answered> answered(RecapLink link, History history, Map<String, Item> items) {
        Integer sent = link.sentEntry();
        return history.entries().stream()
                .filter(entry -> sent.equals(entry.content().detail().get(LINK)))
                .filter(entry -> entry.kind() == EntryKind.VERIFIED || entry.kind() == EntryKind.CORRECTED)
                .map(entry -> answered(entry, items))
                .toList();
    }

    private static Answered answered(Entry entry, Map<String, Item> items) {
        var it = entry.content();
        var item = items.get(String.valueOf(it.item()));
        return new Answered(
                item == null ? String.valueOf(it.item()) : item.label(),
                entry.kind() == EntryKind.VERIFIED,
                it.words(),
                it.contact() == null ? "" : it.contact(),
                Day.of(it.occurredOn()));
    }
}
