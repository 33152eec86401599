package com.targettoclose.report.facts;

import java.time.LocalDate;

/** A conversation of a deal, by the key of its user task, and how often it was held from there. */
record ConversationFact(
        String opportunityId, String conversation, int held, LocalDate firstHeldOn, LocalDate lastHeldOn)
        implements Fact {

    @Override
    public String part() {
        return conversation;
    }
}
