package com.targettoclose.report.figures;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.targettoclose.opportunity.Status;
import com.targettoclose.report.statistics.Proportion;
import java.util.Map;

/**
 * What became of some deals, by how they ended.
 *
 * @param open those that go on: they count in no rate
 */
public record Outcomes(long won, long lost, long noDecision, long disqualified, long open) {

    /** No deals. */
    public static final Outcomes NONE = new Outcomes(0, 0, 0, 0, 0);

    static Outcomes of(Map<Status, Long> counts) {
        return new Outcomes(
                counts.getOrDefault(Status.WON, 0L),
                counts.getOrDefault(Status.LOST, 0L),
                counts.getOrDefault(Status.NO_DECISION, 0L),
                counts.getOrDefault(Status.DISQUALIFIED, 0L),
                counts.getOrDefault(Status.OPEN, 0L));
    }

    /** Won deals of those that the client decided, {@code won / (won + lost)}: no decision stands apart. */
    public Proportion winRate() {
        return new Proportion(won, won + lost);
    }

    /** The same, with its interval. */
    @JsonProperty("winRate")
    public Rate rate() {
        return Rate.of(winRate());
    }

    /** All of them. */
    public long total() {
        return won + lost + noDecision + disqualified + open;
    }

    /** Two of them together. */
    public static Outcomes sum(Outcomes first, Outcomes second) {
        return first.plus(second);
    }

    public Outcomes plus(Outcomes other) {
        return new Outcomes(
                won + other.won,
                lost + other.lost,
                noDecision + other.noDecision,
                disqualified + other.disqualified,
                open + other.open);
    }
}
