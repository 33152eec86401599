package com.targettoclose.process.requests;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.process.people.Actor;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/** A kind of request about a deal, whose ledger says whether it is answered. */
record RequestAboutDeal(DealRequest deals, Opportunities opportunities, Ledger ledger) implements Request {

    @Override
    public String kind() {
        return deals.kind();
    }

    @Override
    public Set<String> asks() {
        return deals.asks();
    }

    @Override
    public String about(RequestPlace place) {
        return deal(place).account();
    }

    @Override
    public Map<String, TypedValue> shown(RequestPlace place) {
        return deals.shown(deal(place), place.number());
    }

    @Override
    public @Nullable LocalDate due(RequestPlace place) {
        return deals.due(deal(place), place.number());
    }

    @Override
    public Optional<Refusal> answer(RequestPlace place, VariableMap values, Actor actor, String taskId) {
        return deals.answer(place.about(), place.number(), values, actor, taskId);
    }

    @Override
    public boolean settled(RequestPlace place, String taskId) {
        return ledger.mentionsTask(place.about(), taskId);
    }

    private Opportunity deal(RequestPlace place) {
        return place.opportunity(opportunities);
    }
}
