package com.targettoclose.process.requests;

import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.process.conversations.CallPlan;
import com.targettoclose.process.roadmap.Roadmap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;

/** What a form of a request shows, put together field by field. */
public final class Shown {

    private final Map<String, TypedValue> fields = new HashMap<>();

    /** A text of ours. */
    public Shown put(String name, String value) {
        fields.put(name, Variables.stringValue(value));
        return this;
    }

    /** A text that somebody wrote, shown as it is; empty where there is none. */
    public Shown plain(String name, @Nullable String text) {
        return put(name, text == null ? "" : CallPlan.plain(text));
    }

    /** Rows of a table, by column. */
    public Shown table(String name, List<Map<String, String>> rows) {
        fields.put(name, SpinValues.jsonValue(Spin.JSON(rows).toString()).create());
        return this;
    }

    /** The client, the stage and the value of a deal. */
    Shown deal(Opportunity opportunity, Roadmap roadmap) {
        var stage = Optional.ofNullable(opportunity.stage())
                .flatMap(roadmap::stage)
                .map(Roadmap.Stage::label)
                .orElse("");
        var terms = opportunity.terms();
        var value = terms.value() == null ? "unknown" : "%,.0f %s".formatted(terms.value(), terms.currency());
        return plain("account", opportunity.account()).plain("stage", stage).put("value", value);
    }

    /** What was put together, by name. */
    public Map<String, TypedValue> fields() {
        return fields;
    }
}
