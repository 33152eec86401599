package com.targettoclose.ledger;

import com.targettoclose.opportunity.LedgerHead;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.TransactionMemory;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
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

    /** Who writes what the client answered without an account of ours. */
    public static final String CLIENT = "client";

    private final LedgerTable table;
    private final Opportunities opportunities;
    private final Chain chain;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionMemory<List<Entry>> known = new TransactionMemory<>();

    Ledger(
            LedgerTable table,
            Opportunities opportunities,
            LedgerSettings settings,
            Clock clock,
            ApplicationEventPublisher events) {
        this.table = table;
        this.opportunities = opportunities;
        this.chain = new Chain(settings);
        this.clock = clock;
        this.events = events;
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
        var written = written(drafts, opportunities.ledgerHeads(drafts.keySet()), recordedBy);
        if (!written.heads().isEmpty()) {
            table.insert(written.texts(), written.entries());
            opportunities.keepLedgerHeads(written.heads());
        }
        written.entries().forEach(this::remember);
        events.publishEvent(new Appended(written.entries()));
    }

    /** Adds opportunities together with the first entries of their ledgers, by opportunity id. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(List<Opportunity> added, Map<String, List<Draft>> drafts, String recordedBy) {
        var written = written(drafts, Map.of(), recordedBy);
        opportunities.add(added, written.heads());
        table.insert(written.texts(), written.entries());
        drafts.keySet().forEach(id -> known.values().put(id, new ArrayList<>()));
        written.entries().forEach(this::remember);
        events.publishEvent(new Appended(written.entries()));
    }

    private Written written(Map<String, List<Draft>> drafts, Map<String, LedgerHead> heads, String recordedBy) {
        Map<String, List<Draft>> told = new LinkedHashMap<>();
        drafts.forEach((id, list) -> told.put(id, Written.throughDoor(list, recordedBy)));
        return Written.of(told, heads, recordedBy, clock.instant().truncatedTo(ChronoUnit.MILLIS), chain);
    }

    private void remember(Entry entry) {
        known.values().computeIfPresent(entry.opportunityId(), (any, entries) -> {
            entries.add(LedgerRow.asRead(entry));
            return entries;
        });
    }

    /** What the ledger holds of an opportunity, without people's names and words. */
    public History history(String opportunityId) {
        return new History(entries(opportunityId));
    }

    /** What the ledger holds of an opportunity, with what is left of people's names and words. */
    public History historyWithText(String opportunityId) {
        return new History(table.entriesWithText(opportunityId));
    }

    /** What the ledgers of these opportunities hold, with what is left of people's names and words. */
    public Map<String, History> historiesWithText(Collection<String> opportunityIds) {
        return byOpportunity(table.entriesWithText(opportunityIds));
    }

    /** Entries of an opportunity behind a number, at most so many, without people's names and words. */
    public List<Entry> entriesAfter(String opportunityId, int number, int most) {
        return table.entriesAfter(opportunityId, number, most);
    }

    /** What the ledgers of these opportunities hold, without people's names and words. */
    public Map<String, History> histories(Collection<String> opportunityIds) {
        return byOpportunity(table.entries(opportunityIds));
    }

    /** What the ledgers of these opportunities hold about items and endings, without people's names and words. */
    public Map<String, History> aboutItems(Collection<String> opportunityIds) {
        return byOpportunity(table.entriesAboutItems(opportunityIds));
    }

    private static Map<String, History> byOpportunity(List<Entry> entries) {
        return entries.stream()
                .collect(Collectors.groupingBy(
                        Entry::opportunityId, Collectors.collectingAndThen(Collectors.toList(), History::new)));
    }

    /** How often a conversation of an opportunity was held from one of its tasks, see {@link History#timesHeld}. */
    public record Held(String opportunityId, String conversation, int times) {}

    /** The conversations of these opportunities that were held. */
    public List<Held> held(Collection<String> opportunityIds) {
        return table.held(opportunityIds);
    }

    /** Whether an entry was written from this task. */
    public boolean mentionsTask(String opportunityId, String taskId) {
        return opportunities.holds(opportunityId)
                ? entries(opportunityId).stream().anyMatch(entry -> entry.isFrom(taskId))
                : table.mentionsTask(opportunityId, taskId);
    }

    /** Who holds the opportunity reads its entries once. */
    private List<Entry> entries(String opportunityId) {
        return opportunities.holds(opportunityId)
                ? known.values().computeIfAbsent(opportunityId, table::entries)
                : table.entries(opportunityId);
    }

    /** The first entry that was written from this task, without people's names and words. */
    public Optional<Entry> firstFromTask(String opportunityId, String taskId) {
        return table.firstFromTask(opportunityId, taskId);
    }

    /**
     * Whether every entry is as it was written, and none is missing, all as of one moment: gates may go on writing. Both
     * databases keep one picture for a serializable transaction; as the only one it conflicts with none.
     */
    @Transactional(readOnly = true, isolation = Isolation.SERIALIZABLE)
    public ChainCheck check(String opportunityId) {
        var head = opportunities.ledgerHeads(List.of(opportunityId)).getOrDefault(opportunityId, LedgerHead.NONE);
        return ChainCheck.of(
                opportunityId, table.entries(opportunityId), table.texts(List.of(opportunityId)), head, chain);
    }

    /** Seals a ledger that holds with the key in use, where it was sealed with another; see {@link LedgerSettings}. */
    @Transactional
    public void seal(String opportunityId) {
        opportunities.lock(opportunityId);
        var check = check(opportunityId);
        if (check.holds() && check.sealedOtherwise()) {
            opportunities
                    .ledgerHeads(List.of(opportunityId))
                    .forEach((id, head) ->
                            opportunities.keepLedgerHeads(Map.of(id, chain.head(id, head.entries(), head.mac()))));
        }
    }
}
