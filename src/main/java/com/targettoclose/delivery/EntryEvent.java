package com.targettoclose.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.targettoclose.export.Event;
import com.targettoclose.ledger.Entry;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.format.EventFormat;
import io.cloudevents.jackson.JsonCloudEventData;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;

/**
 * An entry of a ledger as a CloudEvent (1.0, JSON). Its id is the opportunity and the entry's number, the same however
 * often it is sent; its mac tells it from one that was written in its place after the database was put back. What a client
 * said is not in it.
 *
 * @param id {@code opportunity/number}
 * @param body the event in its structured form
 */
record EntryEvent(String id, byte[] body) {

    static final String CONTENT_TYPE = JsonFormat.CONTENT_TYPE;

    private static final String TYPE = "com.targettoclose.ledger.";

    /** What a CRM has to know to stay in step; nobody writes sentences into any of it. */
    private static final List<String> FACTS =
            List.of("account", "owner", "value", "currency", "dealType", "roadmap", "from", "to");

    private static final EventFormat FORMAT = new JsonFormat();

    static EntryEvent of(Entry entry, String source, ObjectMapper json) {
        var event = Event.of(entry);
        var data = json.createObjectNode()
                .put("opportunity", entry.opportunityId())
                .put("number", entry.number())
                .put("activity", event.activity())
                .put("recordedBy", event.resource())
                .put("mac", entry.mac());
        event.attributes().forEach(data::put);
        var detail = entry.content().detail();
        FACTS.stream()
                .filter(fact -> detail.get(fact) != null)
                .forEach(fact -> data.set(fact, json.valueToTree(detail.get(fact))));
        var id = entry.opportunityId() + "/" + entry.number();
        var made = CloudEventBuilder.v1()
                .withId(id)
                .withSource(URI.create(source))
                .withType(TYPE + entry.kind().value())
                .withSubject(entry.opportunityId())
                .withTime(event.at().atOffset(ZoneOffset.UTC))
                .withData("application/json", JsonCloudEventData.wrap(data))
                .build();
        return new EntryEvent(id, FORMAT.serialize(made));
    }
}
