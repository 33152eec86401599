package com.targettoclose.crmimport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.targettoclose.conversation.Fault;
import com.targettoclose.conversation.FaultCode;
import com.targettoclose.conversation.FieldReader;
import com.targettoclose.crmimport.Mapping.Field;
import com.targettoclose.crmimport.Mapping.StageMeaning;
import com.targettoclose.opportunity.DealType;
import com.targettoclose.opportunity.Status;
import com.targettoclose.problem.JsonBody;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a mapping from its JSON and collects every fault, but those that only roadmap and file can show. */
final class MappingReader {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int LONGEST = 255;

    private final FieldReader fields = new FieldReader();
    private final List<JsonBody> parts = new ArrayList<>();
    private final List<Fault> shape = new ArrayList<>();
    private @Nullable Mapping mapping;

    private MappingReader() {}

    /** Reads; what is faulty is missing from {@link #mapping()}. */
    static MappingReader read(@Nullable String json) {
        var reader = new MappingReader();
        if (reader.fields.required("mapping", json)) {
            try {
                reader.read(JSON.readTree(json));
            } catch (JsonProcessingException e) {
                reader.fields.fault("mapping", FaultCode.UNREADABLE, null, e.getOriginalMessage() + at(e));
            }
        }
        return reader;
    }

    /** Every fault, in the order of reading. */
    List<Fault> faults() {
        List<Fault> all = new ArrayList<>(shape);
        all.addAll(fields.faults());
        return all;
    }

    /** Whether there is a mapping, however faulty: then roadmap and file can show more faults. */
    boolean readable() {
        return mapping != null;
    }

    Mapping mapping() {
        return Objects.requireNonNull(mapping);
    }

    private void read(JsonNode json) {
        var body = JsonBody.of(json);
        var columns = columns(body.object("columns"));
        var stages = stages(body.object("stages"));
        var dateFormat = body.text("dateFormat");
        boolean dates = columns.containsKey(Field.OPENED_ON) || columns.containsKey(Field.CLOSED_ON);
        if (dates && fields.required("dateFormat", dateFormat) && DateFormat.of(dateFormat) == null) {
            fields.fault("dateFormat", FaultCode.NOT_A_DATE_FORMAT, dateFormat);
        }
        var sentCurrency = body.text("currency");
        if (columns.containsKey(Field.VALUE)) {
            fields.required("currency", sentCurrency);
        }
        var currency = fields.currency("currency", sentCurrency);
        var roadmap = fields.text("roadmap", body.text("roadmap"), LONGEST);
        boolean closes = stages.values().stream().anyMatch(stage -> stage.status() != Status.OPEN);
        if (closes && !columns.containsKey(Field.CLOSED_ON)) {
            fields.fault("columns.closedOn", FaultCode.MISSING, null);
        }
        var dealTypes = dealTypes(body.object("dealTypes"));
        if (columns.containsKey(Field.DEAL_TYPE) && dealTypes.isEmpty()) {
            fields.fault("dealTypes", FaultCode.MISSING, null);
        }
        noteShape(body);
        mapping = new Mapping(columns, dateFormat, currency, roadmap, dealTypes, stages);
    }

    private Map<Field, String> columns(JsonBody sent) {
        parts.add(sent);
        Map<Field, String> columns = new EnumMap<>(Field.class);
        for (var field : Field.values()) {
            var column = sent.text(field.key());
            if (column != null) {
                columns.put(field, column);
            } else if (field.required()) {
                fields.fault(sent.name(field.key()), FaultCode.MISSING, null);
            }
        }
        return columns;
    }

    private Map<String, DealType> dealTypes(JsonBody sent) {
        parts.add(sent);
        Map<String, DealType> types = new LinkedHashMap<>();
        for (var name : sent.names()) {
            var value = sent.text(name);
            var type = fields.required(sent.name(name), value)
                    ? fields.choice(sent.name(name), DealType.class, value)
                    : null;
            if (type != null) {
                types.put(name.strip(), type);
            }
        }
        return types;
    }

    private Map<String, StageMeaning> stages(JsonBody sent) {
        parts.add(sent);
        Map<String, StageMeaning> stages = new LinkedHashMap<>();
        for (var name : sent.names()) {
            var stage = sent.object(name);
            parts.add(stage);
            var field = stage.name("status");
            var value = stage.text("status");
            var status = fields.required(field, value) ? fields.choice(field, Status.class, value) : null;
            var holds = stage.texts("holds");
            if (status != null && status != Status.OPEN && !holds.isEmpty()) {
                fields.fault(stage.name("holds"), FaultCode.UNDECLARED, String.join(", ", holds));
            }
            if (status != null) {
                stages.put(name.strip(), new StageMeaning(status, holds));
            }
        }
        if (sent.names().isEmpty()) {
            fields.fault("stages", FaultCode.MISSING, null);
        }
        return stages;
    }

    private void noteShape(JsonBody body) {
        parts.add(0, body);
        shape.addAll(body.faults());
        for (var part : parts) {
            part.undeclared().forEach(name -> fields.fault(name, FaultCode.UNDECLARED, null));
        }
    }

    private static String at(JsonProcessingException e) {
        return e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
    }
}
