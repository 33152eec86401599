package com.targettoclose.report.facts;

import com.targettoclose.conversation.Choice;
import com.targettoclose.gate.Adherence;

/** How much of what its gates required a deal had in its time. */
public enum AdherenceBand implements Choice {
    /** 90 % and more. */
    HIGH,
    /** Half to below 90 %. */
    SOME,
    /** Below half. */
    LOW,
    /** No gate that requires anything was passed. */
    NONE;

    private static final double HIGH_FROM = 0.9;
    private static final double SOME_FROM = 0.5;

    /** The band of what was counted. */
    public static AdherenceBand of(Adherence adherence) {
        if (adherence.share().isEmpty()) {
            return NONE;
        }
        double share = adherence.share().getAsDouble();
        if (share >= HIGH_FROM) {
            return HIGH;
        }
        return share >= SOME_FROM ? SOME : LOW;
    }
}
