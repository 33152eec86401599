package com.targettoclose.report.figures;

import com.targettoclose.conversation.Choice;
import java.util.Locale;

/**
 * Which deals stand behind a number of the report.
 *
 * @param value what they have in common: an item, a stage, a person, a band of adherence; nothing for a sign
 */
public record Behind(Kind kind, String value) {

    /** What needs no more to be said: a sign, for example. */
    public static Behind sign(Kind kind) {
        return new Behind(kind, "");
    }

    /** What they have in common, and what is told of each besides. */
    public enum Kind implements Choice {
        /** {@code process}, or {@code before} it. */
        HISTORY(Of.DEAL, "case when origin = 'before' then 'before' else 'process' end = :value", "status", true),
        ADHERENCE(Of.DEAL, "origin <> 'before' and adherence_band = :value", "status", true),
        /** The deals of a manager's team: of the owners that are asked for. */
        TEAM(Of.DEAL, "1 = 1", "status", true),
        REP(Of.DEAL, "owner = :value", "status", true),
        PRODUCT(Of.DEAL, "coalesce(product, '') = :value", "status", true),
        CURRENCY(Of.DEAL, "origin <> 'before' and currency = :value", "status", true),
        /** How deals go through a stage. */
        STAGE(
                Of.GATE,
                "stage = :value",
                "case when passed_on is not null then 'passed' when status in ('open', 'won') then 'standing' else 'ended' end",
                false),
        /** How a gate let deals pass. */
        GATE(Of.GATE, "stage = :value and passage is not null", "passage", true),
        /** Deals that a gate let pass without something. */
        WAIVED(Of.GATE, "stage = :value and waived > 0", "passage", false),
        /** What an item was to deals at their gate. */
        ITEM(Of.ITEM, "item = :value and at_gate is not null", "at_gate", true),
        /** Whether the client gave an item that it was asked for. */
        ASKED(
                Of.ITEM,
                "item = :value and asked > 0",
                "case when gained_at_ask is null then 'not-gained' else 'gained' end",
                false),
        /** Deals whose client gave what makes a target an opportunity. */
        CREATED(Of.ITEM, "item = :creation and gained_at_ask > 0", "'gained'", false),
        /** Deals that somebody let pass without an item. */
        GRANTED(Of.ITEM, "waived_by = :value and at_gate = 'waived'", "at_gate", false),
        /** Deals that were sent back to the start of their roadmap, or moved to another edition. */
        REROUTED(Of.DEAL, "origin <> 'before' and rerouted", "status", false),
        VERIFIED(Of.DEAL, "origin <> 'before' and verified > 0", "status", false),
        CLAIMED(Of.DEAL, "origin <> 'before' and claimed > 0", "status", false),
        LATE(Of.DEAL, "origin <> 'before' and late > 0", "status", false),
        OFF_THE_MAP(Of.DEAL, "origin <> 'before' and off_the_map > 0", "status", false),
        IN_BURSTS(Of.DEAL, "origin <> 'before' and in_bursts > 0", "status", false),
        ALIKE(Of.DEAL, "origin <> 'before' and alike > 0", "status", false),
        THIN(Of.DEAL, "origin <> 'before' and thin > 0", "status", false);

        private final Of table;
        private final String condition;
        private final String how;
        private final boolean ended;

        /** @param ended whether deals count by the day they ended, as their number does, and not by the day they began */
        Kind(Of table, String condition, String how, boolean ended) {
            this.table = table;
            this.condition = condition;
            this.how = how;
            this.ended = ended;
        }

        /** The deals of a filter, with {@code :value} for what they have in common. */
        String select(ReportFilter filter) {
            return "select distinct opportunity_id, " + how + " as how from t2c_report_"
                    + table.name().toLowerCase(Locale.ROOT) + (ended ? filter.ended() : filter.begun())
                    + (table == Of.DEAL ? "" : filter.atGate()) + " and " + condition;
        }
    }

    /** Of what a fact tells. */
    private enum Of {
        DEAL,
        GATE,
        ITEM
    }
}
