package com.targettoclose.ledger;

import com.targettoclose.conversation.Choice;
import com.targettoclose.ledger.LedgerTable.PersonalText;
import com.targettoclose.opportunity.LedgerHead;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether an opportunity's ledger is as it was written.
 *
 * @param findings what is wrong, each with the entry's number; empty where the chain holds
 * @param sealedOtherwise whether it is sealed with another key than the one in use
 */
public record ChainCheck(List<Finding> findings, boolean sealedOtherwise) {

    /**
     * One thing wrong.
     *
     * @param number the entry, or 0 for the ledger as a whole
     */
    public record Finding(int number, Fault fault) {}

    /** What can be wrong with a ledger. */
    public enum Fault implements Choice {
        /** The entry does not fit its mac: it, or the one before it, was changed. */
        CHANGED,
        /** An entry is missing before this one. */
        GAP,
        /** The newest entries are missing, or all of them, or the seal on the opportunity was changed. */
        TAIL_CUT,
        /** The personal text is not the one that was written. */
        TEXT_CHANGED,
        /** The personal text is gone, and no erasure was recorded. */
        TEXT_MISSING
    }

    public ChainCheck {
        findings = List.copyOf(findings);
    }

    /** Whether nothing was changed, removed or cut off. */
    public boolean holds() {
        return findings.isEmpty();
    }

    static ChainCheck of(String id, List<Entry> entries, Collection<PersonalText> texts, LedgerHead head, Chain chain) {
        List<Finding> findings = new ArrayList<>();
        var textById = texts.stream().collect(Collectors.toMap(PersonalText::id, Function.identity()));
        var erased = erased(entries);
        var previousMac = "";
        int expected = 1;
        for (var entry : entries) {
            if (entry.number() != expected) {
                findings.add(new Finding(entry.number(), Fault.GAP));
            }
            if (!chain.fits(entry, LedgerRow.json(entry.content().detail()), previousMac)) {
                findings.add(new Finding(entry.number(), Fault.CHANGED));
            }
            checkText(entry, textById, erased, findings);
            previousMac = entry.mac();
            expected = entry.number() + 1;
        }
        boolean sealedOtherwise = chain.sealedOtherwise(head, id);
        boolean whole = !entries.isEmpty()
                && head.entries() == expected - 1
                && head.mac().equals(previousMac);
        if (!whole || !sealedOtherwise && !chain.seals(head, id)) {
            findings.add(new Finding(0, Fault.TAIL_CUT));
        }
        return new ChainCheck(findings, sealedOtherwise);
    }

    private static void checkText(
            Entry entry, Map<String, PersonalText> texts, Set<String> erased, List<Finding> findings) {
        if (entry.personalId() == null) {
            return;
        }
        var text = texts.get(entry.personalId());
        if (text == null) {
            if (!erased.contains(entry.personalId())) {
                findings.add(new Finding(entry.number(), Fault.TEXT_MISSING));
            }
        } else if (!Chain.digest(text.salt(), text.contact(), text.words()).equals(entry.personalDigest())) {
            findings.add(new Finding(entry.number(), Fault.TEXT_CHANGED));
        }
    }

    private static Set<String> erased(List<Entry> entries) {
        Set<String> ids = new HashSet<>();
        for (var entry : entries) {
            if (entry.kind() == EntryKind.ERASED && entry.content().detail().get("texts") instanceof List<?> list) {
                list.forEach(id -> ids.add(String.valueOf(id)));
            }
        }
        return ids;
    }
}
