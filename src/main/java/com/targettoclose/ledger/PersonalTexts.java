package com.targettoclose.ledger;

import com.targettoclose.ledger.LedgerTable.PersonalText;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** People's names and words beside the ledgers: where somebody is named, and erasing that on request. */
@Service
public class PersonalTexts {

    private final LedgerTable table;
    private final Ledger ledger;

    PersonalTexts(LedgerTable table, Ledger ledger) {
        this.table = table;
        this.ledger = ledger;
    }

    /** The opportunities whose ledgers name a person, in who said something or in what was said. */
    public List<String> naming(String person) {
        return table.naming(person);
    }

    /** How many texts of these opportunities name a person. */
    public int count(Collection<String> opportunityIds, String person) {
        return ids(opportunityIds, person).values().stream()
                .mapToInt(List::size)
                .sum();
    }

    /**
     * Erases the texts of these opportunities that name a person, and says so in their ledgers. The chains stay whole: they cover a
     * salted digest of each text, and the salt goes with the text.
     *
     * @param opportunityIds locked by the caller
     * @param person as they are called, whatever the case
     * @param reason why; it stays, so it names nobody
     * @return how many texts were erased
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int erase(Collection<String> opportunityIds, String person, String reason, String recordedBy) {
        return erase(ids(opportunityIds, person), reason, recordedBy);
    }

    /**
     * Erases all texts of these opportunities, and says so in their ledgers.
     *
     * @param opportunityIds locked by the caller
     * @param reason why; it stays
     * @return how many texts were erased
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int eraseAll(Collection<String> opportunityIds, String reason) {
        return erase(byOpportunity(table.texts(opportunityIds).stream()), reason, Ledger.SYSTEM);
    }

    private int erase(Map<String, List<String>> ids, String reason, String recordedBy) {
        Map<String, List<Draft>> entries = new HashMap<>();
        ids.forEach((opportunity, texts) -> entries.put(
                opportunity, List.of(Draft.of(EntryKind.ERASED).detail(Map.of("texts", texts, "reason", reason)))));
        int erased = table.erase(ids.values().stream().flatMap(List::stream).toList());
        if (!entries.isEmpty()) {
            ledger.append(entries, recordedBy);
        }
        return erased;
    }

    private Map<String, List<String>> ids(Collection<String> opportunityIds, String person) {
        return byOpportunity(table.texts(opportunityIds).stream()
                .filter(text -> names(text.contact(), person) || names(text.words(), person)));
    }

    private static Map<String, List<String>> byOpportunity(Stream<PersonalText> texts) {
        return texts.collect(Collectors.groupingBy(
                PersonalText::opportunityId, Collectors.mapping(PersonalText::id, Collectors.toList())));
    }

    private static boolean names(@Nullable String text, String person) {
        return text != null && text.toLowerCase(Locale.ROOT).contains(person.toLowerCase(Locale.ROOT));
    }
}
