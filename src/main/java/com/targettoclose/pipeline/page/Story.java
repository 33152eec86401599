package com.targettoclose.pipeline.page;

import com.targettoclose.conversation.Channel;
import com.targettoclose.ledger.Entry;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.ledger.Provenance;
import com.targettoclose.pipeline.page.Overview.Quote;
import com.targettoclose.pipeline.page.Overview.Told;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a ledger in plain words, the newest first. What was written down in one go is told in one go. */
final class Story {

    private static final Set<EntryKind> CLIENT_ANSWERED = EnumSet.of(EntryKind.VERIFIED, EntryKind.CORRECTED);

    private final Names names;
    private final ZoneId zone;

    Story(Names names, ZoneId zone) {
        this.names = names;
        this.zone = zone;
    }

    List<Told> of(List<Entry> entries) {
        List<Told> told = new ArrayList<>();
        List<Entry> together = new ArrayList<>();
        for (var entry : entries) {
            if (!together.isEmpty() && !belongs(together.get(0), entry)) {
                told.add(tell(together));
                together = new ArrayList<>();
            }
            together.add(entry);
        }
        if (!together.isEmpty()) {
            told.add(tell(together));
        }
        Collections.reverse(told);
        return told;
    }

    /** Whether two entries are of one conversation, or of one answer to it. */
    private static boolean belongs(Entry first, Entry other) {
        return Talk.belongs(first, other)
                || CLIENT_ANSWERED.contains(first.kind())
                        && CLIENT_ANSWERED.contains(other.kind())
                        && first.recordedAt().equals(other.recordedAt())
                        && first.recordedBy().equals(other.recordedBy());
    }

    private Told tell(List<Entry> together) {
        var first = together.get(0);
        boolean bySystem = first.recordedBy().equals(Ledger.SYSTEM);
        return new Told(
                first.number(),
                first.kind().value(),
                Day.of(first.recordedAt(), zone),
                bySystem ? "" : names.person(first.recordedBy()),
                capital(sentence(together), bySystem),
                together.stream()
                        .map(this::quote)
                        .filter(quote -> quote.about() != null || quote.words() != null)
                        .toList());
    }

    private String sentence(List<Entry> together) {
        var first = together.get(0);
        var it = first.content();
        if (Talk.belongs(first, first)) {
            return "recorded " + (it.origin() == null ? "a conversation of their own" : conversation(first))
                    + (it.contact() == null ? "" : " with " + it.contact())
                    + channel(it.channel())
                    + (it.occurredOn() == null ? "" : ", held on " + Day.of(it.occurredOn()))
                    + (it.provenance() == Provenance.AFTERWARDS ? ", recorded afterwards" : "")
                    + (it.provenance() == Provenance.IMPORTED ? ", imported" : "")
                    + ".";
        }
        if (CLIENT_ANSWERED.contains(first.kind())) {
            return (it.contact() == null ? "checked" : "(" + it.contact() + ") answered") + " what was recorded.";
        }
        return EntrySentence.of(first, names);
    }

    private String conversation(Entry entry) {
        var origin = entry.content().origin();
        return origin == null || origin.conversation() == null
                ? "a conversation"
                : "“" + names.conversation(origin.conversation()) + "”";
    }

    private static String channel(@Nullable Channel channel) {
        return channel == null
                ? ""
                : switch (channel) {
                    case MEETING -> ", in a meeting";
                    case CALL -> ", by phone";
                    case EMAIL -> ", by e-mail";
                    case DOCUMENT -> ", by document";
                };
    }

    private Quote quote(Entry entry) {
        var it = entry.content();
        var answer = switch (entry.kind()) {
            case GAINED -> "Yes";
            case NOT_YET -> "Not yet";
            case DECLINED -> "No";
            case VERIFIED -> "Confirmed";
            case CORRECTED -> "Not right";
            default -> null;
        };
        return new Quote(
                answer == null || it.item() == null ? null : answer + ": " + names.item(it.item()),
                it.words(),
                it.link());
    }

    private static String capital(String sentence, boolean alone) {
        return alone && !sentence.isEmpty() && !sentence.startsWith("“")
                ? sentence.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + sentence.substring(1)
                : sentence;
    }
}
