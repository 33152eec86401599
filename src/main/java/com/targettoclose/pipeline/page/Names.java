package com.targettoclose.pipeline.page;

import com.targettoclose.conversation.Item;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.process.roadmap.Roadmap;
import com.targettoclose.process.roadmap.Roadmap.Stage;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** What the ids in a ledger are called: items, stages and conversations by the roadmap, people by their names. */
record Names(Roadmap roadmap, Map<String, Item> items, Map<String, String> people) {

    static Names of(Roadmap roadmap, Map<String, String> people) {
        return new Names(roadmap, roadmap.items(), people);
    }

    String item(Object id) {
        var item = items.get(String.valueOf(id));
        return item == null ? String.valueOf(id) : item.label();
    }

    /** Several items, each between quotation marks. */
    String items(Collection<?> ids) {
        return ids.stream().map(id -> "“" + item(id) + "”").collect(Collectors.joining(", "));
    }

    String stage(Object name) {
        return roadmap.stage(String.valueOf(name)).map(Stage::label).orElse(String.valueOf(name));
    }

    String conversation(String key) {
        return roadmap.conversation(key).map(it -> it.name()).orElse(key);
    }

    String person(Object id) {
        var user = String.valueOf(id);
        return switch (user) {
            case Ledger.SYSTEM -> "Target to Close";
            case Ledger.CLIENT -> "The client";
            default -> people.getOrDefault(user, user);
        };
    }
}
