package com.targettoclose.opportunity;

/**
 * The newest entry of an opportunity's ledger, kept on the opportunity's row so that a cut tail shows.
 *
 * @param entries how many entries there are; 0 before the first
 * @param mac the newest entry's mac, hex; empty before the first
 * @param seal a keyed digest over id, count and mac, hex: who lacks the key cannot make one for a shorter ledger
 */
public record LedgerHead(int entries, String mac, String seal) {

    /** Before the first entry. */
    public static final LedgerHead NONE = new LedgerHead(0, "", "");
}
