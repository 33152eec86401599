package com.targettoclose.crmimport;

import com.targettoclose.conversation.FaultCode;
import com.targettoclose.conversation.FieldReader;
import com.targettoclose.crmimport.Mapping.Field;
import com.targettoclose.crmimport.Mapping.StageMeaning;
import com.targettoclose.opportunity.DealType;
import com.targettoclose.opportunity.Status;
import com.targettoclose.opportunity.Terms;
import com.targettoclose.process.opening.OpenOpportunities;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a row as a deal and collects every fault of it. */
final class DealReader {

    /** Stands for an account that the CRM does not name. */
    static final String UNKNOWN_ACCOUNT = "Unknown account";

    private static final int LONGEST = 255;
    private static final String NOT_TEXT = "it holds characters that are no text in UTF-8.";

    private final Plan plan;
    private final Clock clock;
    private final @Nullable DateFormat dates;
    private final String stages;

    DealReader(Plan plan, Clock clock) {
        this.plan = plan;
        this.clock = clock;
        this.dates = DateFormat.of(plan.mapping().dateFormat());
        this.stages = String.join(
                ", ", plan.mapping().stages().keySet().stream().sorted().toList());
    }

    /** Reads one row. */
    Deal.Read read(CsvRead.Row row) {
        var fields = new FieldReader();
        int expected = plan.header().size();
        if (!row.whole()) {
            fields.fault("", FaultCode.UNREADABLE, row.fields().get(0), CsvRead.Row.NO_END);
            return faulty(row, null, fields);
        }
        if (row.fields().size() != expected) {
            var missing = row.fields().size() < expected
                    ? plan.header().get(row.fields().size())
                    : "";
            fields.fault(
                    missing,
                    FaultCode.FIELD_COUNT,
                    Integer.toString(row.fields().size()),
                    Integer.toString(expected));
            return faulty(row, null, fields);
        }
        for (int i = 0; i < expected; i++) {
            if (Plan.noText(row.fields().get(i))) {
                fields.fault(
                        plan.header().get(i), FaultCode.UNREADABLE, row.fields().get(i), NOT_TEXT);
            }
        }
        return fields.faults().isEmpty() ? deal(row, fields) : faulty(row, null, fields);
    }

    private Deal.Read deal(CsvRead.Row row, FieldReader fields) {
        var id = id(row, fields);
        var owner = required(Field.OWNER, row, fields);
        var account = optional(Field.ACCOUNT, row, fields);
        var product = optional(Field.PRODUCT, row, fields);
        var stage = stage(row, fields);
        var openedOn = day(Field.OPENED_ON, row, fields);
        var closedOn = day(Field.CLOSED_ON, row, fields);
        boolean closed = stage != null && stage.status() != Status.OPEN;
        if (stage != null && closed) {
            checkClosing(row, stage, openedOn, closedOn, fields);
        }
        var terms = terms(row, fields);
        if (!fields.faults().isEmpty()) {
            return faulty(row, id, fields);
        }
        var deal = new Deal(
                row.line(),
                Objects.requireNonNull(id),
                Objects.requireNonNull(owner),
                Objects.requireNonNullElse(account, UNKNOWN_ACCOUNT),
                product,
                Objects.requireNonNull(stage),
                openedOn,
                closed ? closedOn : null,
                terms);
        return new Deal.Read(row.line(), column(Field.ID), id, deal, List.of());
    }

    private Deal.Read faulty(CsvRead.Row row, @Nullable String id, FieldReader fields) {
        return new Deal.Read(row.line(), column(Field.ID), id, null, fields.faults());
    }

    private @Nullable String id(CsvRead.Row row, FieldReader fields) {
        var id = value(Field.ID, row);
        if (!fields.required(column(Field.ID), id)) {
            return null;
        }
        if (OpenOpportunities.ID.matcher(Objects.requireNonNull(id)).matches()) {
            return id;
        }
        fields.fault(column(Field.ID), FaultCode.NOT_AN_ID, id, OpenOpportunities.ID_IN_WORDS);
        return null;
    }

    private @Nullable StageMeaning stage(CsvRead.Row row, FieldReader fields) {
        var name = value(Field.STAGE, row);
        if (!fields.required(column(Field.STAGE), name)) {
            return null;
        }
        var stage = plan.mapping().stages().get(Objects.requireNonNull(name));
        if (stage == null) {
            fields.fault(column(Field.STAGE), FaultCode.UNKNOWN_STAGE, name, stages);
        }
        return stage;
    }

    private @Nullable LocalDate day(Field field, CsvRead.Row row, FieldReader fields) {
        var text = value(field, row);
        if (text == null || dates == null) {
            return null;
        }
        var day = dates.day(text);
        if (day == null) {
            fields.fault(
                    column(field), FaultCode.NOT_A_DATE, text, plan.mapping().dateFormat());
        } else if (field == Field.OPENED_ON && day.isAfter(LocalDate.now(clock))) {
            fields.fault(column(field), FaultCode.IN_THE_FUTURE, text);
        }
        return day;
    }

    private void checkClosing(
            CsvRead.Row row,
            StageMeaning stage,
            @Nullable LocalDate openedOn,
            @Nullable LocalDate closedOn,
            FieldReader fields) {
        var column = column(Field.CLOSED_ON);
        var text = value(Field.CLOSED_ON, row);
        if (text == null) {
            fields.fault(
                    column, FaultCode.CLOSED_WITHOUT_DATE, null, stage.status().value());
        } else if (closedOn != null && closedOn.isAfter(LocalDate.now(clock))) {
            fields.fault(column, FaultCode.IN_THE_FUTURE, text);
        } else if (closedOn != null && openedOn != null && closedOn.isBefore(openedOn)) {
            fields.fault(column, FaultCode.BEFORE_OPENED, text, value(Field.OPENED_ON, row));
        }
    }

    private Terms terms(CsvRead.Row row, FieldReader fields) {
        var text = value(Field.VALUE, row);
        BigDecimal value = text == null ? null : fields.money(column(Field.VALUE), text);
        return new Terms(value, value == null ? null : plan.mapping().currency(), dealType(row, fields));
    }

    /** New business where the CRM says nothing. A type that the roadmap is not meant for is a fault of the row. */
    private DealType dealType(CsvRead.Row row, FieldReader fields) {
        var name = value(Field.DEAL_TYPE, row);
        var types = plan.mapping().dealTypes();
        var type = name == null ? DealType.NEW_BUSINESS : types.get(name);
        if (type == null) {
            fields.fault(
                    column(Field.DEAL_TYPE),
                    FaultCode.UNKNOWN_STAGE,
                    name,
                    String.join(", ", types.keySet().stream().sorted().toList()));
            return DealType.NEW_BUSINESS;
        }
        var roadmap = plan.roadmap(type);
        if (!roadmap.takes(type)) {
            fields.fault(column(Field.DEAL_TYPE), FaultCode.NOT_ON_THIS_ROADMAP, type.value(), roadmap.key());
        }
        return type;
    }

    private @Nullable String required(Field field, CsvRead.Row row, FieldReader fields) {
        var value = value(field, row);
        return fields.required(column(field), value) ? fields.text(column(field), value, LONGEST) : null;
    }

    private @Nullable String optional(Field field, CsvRead.Row row, FieldReader fields) {
        return fields.text(column(field), value(field, row), LONGEST);
    }

    private @Nullable String value(Field field, CsvRead.Row row) {
        var place = plan.places().get(field);
        var value = place == null ? "" : row.fields().get(place).strip();
        return value.isEmpty() ? null : value;
    }

    private String column(Field field) {
        return plan.mapping().columns().getOrDefault(field, field.key());
    }
}
