package com.targettoclose.ledger;

import com.targettoclose.audit.Door;
import com.targettoclose.ledger.LedgerTable.PersonalText;
import com.targettoclose.opportunity.LedgerHead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What drafts become: entries, each chained to the one before it, and the erasable text that belongs to them.
 *
 * @param heads the newest entry of each ledger from then on, by opportunity id
 */
record Written(List<PersonalText> texts, List<Entry> entries, Map<String, LedgerHead> heads) {

    /** Writes drafts down behind these heads; the text of one opportunity's drafts is kept and erased as one. */
    static Written of(
            Map<String, List<Draft>> drafts, Map<String, LedgerHead> heads, String by, Instant at, Chain chain) {
        var written = new Written(new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>());
        drafts.forEach((id, list) -> {
            if (!list.isEmpty()) {
                written.add(id, list, heads.getOrDefault(id, LedgerHead.NONE), by, at, chain);
            }
        });
        return written;
    }

    private void add(String id, List<Draft> drafts, LedgerHead head, String by, Instant at, Chain chain) {
        var text = personalText(id, drafts, head.entries());
        if (text != null) {
            texts.add(text);
        }
        var added = chained(id, drafts, head, text, by, at, chain);
        entries.addAll(added);
        var last = added.get(added.size() - 1);
        heads.put(id, chain.next(head, id, last.number(), last.mac()));
    }

    private static @Nullable PersonalText personalText(String id, List<Draft> drafts, int entriesBefore) {
        Map<String, String> words = new TreeMap<>();
        String contact = null;
        for (int i = 0; i < drafts.size(); i++) {
            var draft = drafts.get(i);
            contact = draft.contact() == null ? contact : draft.contact();
            if (draft.words() != null) {
                words.put(Integer.toString(entriesBefore + i + 1), draft.words());
            }
        }
        return contact == null && words.isEmpty()
                ? null
                : new PersonalText(
                        UUID.randomUUID().toString(), id, UUID.randomUUID().toString(), contact, LedgerRow.json(words));
    }

    private static List<Entry> chained(
            String id,
            List<Draft> drafts,
            LedgerHead head,
            @Nullable PersonalText text,
            String by,
            Instant at,
            Chain chain) {
        List<Entry> entries = new ArrayList<>();
        var digest = text == null ? null : Chain.digest(text.salt(), text.contact(), text.words());
        var previous = head.mac();
        for (var draft : drafts) {
            int number = head.entries() + entries.size() + 1;
            boolean personal = draft.contact() != null || draft.words() != null;
            var textId = text != null && personal ? text.id() : null;
            var open = new Entry(id, number, draft, by, at, textId, textId == null ? null : digest, "");
            previous = chain.mac(open, LedgerRow.json(draft.detail()), previous);
            entries.add(new Entry(id, number, draft, by, at, open.personalId(), open.personalDigest(), previous));
        }
        return entries;
    }

    /** What somebody wrote says through which door it came. */
    static List<Draft> throughDoor(List<Draft> drafts, String recordedBy) {
        var door = Door.current();
        if (door.isEmpty() || recordedBy.equals(Ledger.SYSTEM) || recordedBy.equals(Ledger.CLIENT)) {
            return drafts;
        }
        return drafts.stream()
                .map(draft -> {
                    Map<String, Object> facts = new HashMap<>(draft.detail());
                    facts.put("door", door.get().value());
                    return draft.detail(facts);
                })
                .toList();
    }
}
