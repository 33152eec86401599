package com.targettoclose.ledger;

import com.targettoclose.audit.Door;
import com.targettoclose.ledger.LedgerTable.PersonalText;
import com.targettoclose.opportunity.LedgerHead;
import com.targettoclose.opportunity.Opportunities;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The append-only ledger of every opportunity. Whoever appends holds the opportunity's row lock, or has just added the
 * row, in the same transaction.
 */
@Service
public class Ledger {

    /** Who writes what nobody did: gates, and what follows from them. */
    public static final String SYSTEM = "system";

    private static final String DOOR = "door";

    private final LedgerTable table;
    private final Opportunities opportunities;
    private final Chain chain;
    private final Clock clock;

    Ledger(LedgerTable table, Opportunities opportunities, LedgerSettings settings, Clock clock) {
        this.table = table;
        this.opportunities = opportunities;
        this.chain = new Chain(settings.key());
        this.clock = clock;
    }

    /** Appends entries to one opportunity's ledger, in their order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(String opportunityId, List<Draft> drafts, String recordedBy) {
        append(Map.of(opportunityId, drafts), recordedBy);
    }

    /**
     * Appends entries to several opportunities' ledgers, in three statements whatever their number. The personal text
     * of one opportunity's drafts is kept and erased as one. What somebody wrote says through which door it came.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(Map<String, List<Draft>> drafts, String recordedBy) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var heads = opportunities.ledgerHeads(drafts.keySet());
        Map<String, LedgerHead> newHeads = new LinkedHashMap<>();
        List<PersonalText> texts = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        drafts.forEach((id, list) -> {
            if (!list.isEmpty()) {
                var head = heads.getOrDefault(id, LedgerHead.NONE);
                var text = personalText(id, list, head.entries());
                if (text != null) {
                    texts.add(text);
                }
                var added = chained(id, throughDoor(list, recordedBy), head, text, recordedBy, now);
                entries.addAll(added);
                var last = added.get(added.size() - 1);
                newHeads.put(id, chain.head(id, last.number(), last.mac()));
            }
        });
        if (!entries.isEmpty()) {
            table.insert(texts, entries);
            opportunities.keepLedgerHeads(newHeads);
        }
    }

    /** What the ledger holds of an opportunity, without people's names and words. */
    public History history(String opportunityId) {
        return new History(table.entries(opportunityId));
    }

    /** What the ledger holds of an opportunity, with what is left of people's names and words. */
    public History historyWithText(String opportunityId) {
        return new History(table.entriesWithText(opportunityId));
    }

    /** What the ledgers of these opportunities hold about items, without people's names and words. */
    public Map<String, History> aboutItems(Collection<String> opportunityIds) {
        return table.entriesAboutItems(opportunityIds).stream()
                .collect(Collectors.groupingBy(
                        Entry::opportunityId, Collectors.collectingAndThen(Collectors.toList(), History::new)));
    }

    /** Whether an entry was written from this task. */
    public boolean mentionsTask(String opportunityId, String taskId) {
        return table.mentionsTask(opportunityId, taskId);
    }

    /** The first entry that was written from this task, without people's names and words. */
    public Optional<Entry> firstFromTask(String opportunityId, String taskId) {
        return table.firstFromTask(opportunityId, taskId);
    }

    /** Whether every entry is as it was written, and none is missing. */
    public ChainCheck check(String opportunityId) {
        var head = opportunities.ledgerHeads(List.of(opportunityId)).getOrDefault(opportunityId, LedgerHead.NONE);
        return ChainCheck.of(opportunityId, table.entries(opportunityId), table.texts(opportunityId), head, chain);
    }

    /**
     * Erases a person's name and the words noted with it from an opportunity's ledger, and writes down that it was done.
     * The chain stays whole: it covers a salted digest, and the salt goes with the text.
     *
     * @return how many texts were erased
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int erase(String opportunityId, String contact, String reason, String recordedBy) {
        var ids = table.texts(opportunityId).stream()
                .filter(text -> contact.equals(text.contact()))
                .map(PersonalText::id)
                .toList();
        int erased = table.erase(ids);
        if (erased > 0) {
            var detail = Map.<String, Object>of("texts", ids, "reason", reason);
            append(opportunityId, List.of(Draft.of(EntryKind.ERASED).detail(detail)), recordedBy);
        }
        return erased;
    }

    private static List<Draft> throughDoor(List<Draft> drafts, String recordedBy) {
        var door = Door.current();
        if (door.isEmpty() || recordedBy.equals(SYSTEM)) {
            return drafts;
        }
        return drafts.stream()
                .map(draft -> {
                    Map<String, Object> facts = new HashMap<>(draft.detail());
                    facts.put(DOOR, door.get().value());
                    return draft.detail(facts);
                })
                .toList();
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

    private List<Entry> chained(
            String id, List<Draft> drafts, LedgerHead head, @Nullable PersonalText text, String by, Instant at) {
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
}
