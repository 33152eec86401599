package com.targettoclose.report.facts;

/** A row of a read model: it belongs to a deal, and to one of its parts. */
interface Fact {

    String opportunityId();

    /** Which part of the deal, by the column that tells them apart; empty where it is the deal itself. */
    String part();
}
