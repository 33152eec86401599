package com.targettoclose.crmimport;

import com.targettoclose.opportunity.DealType;
import com.targettoclose.opportunity.Status;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the columns and stages of a CRM mean here.
 *
 * @param columns the file's column for each field
 * @param dateFormat as {@link java.time.format.DateTimeFormatter} writes it, {@code M/d/yyyy}; null where no date is mapped
 * @param currency ISO 4217, of every value; null where no value is mapped
 * @param roadmap the roadmap that open deals run on; null for the one that is meant for a deal's type
 * @param dealTypes what each type of deal of the CRM is here; empty where no column of types is mapped
 * @param stages what each stage of the CRM means
 */
record Mapping(
        Map<Field, String> columns,
        @Nullable String dateFormat,
        @Nullable String currency,
        @Nullable String roadmap,
        Map<String, DealType> dealTypes,
        Map<String, StageMeaning> stages) {

    /** A field that a column can fill. */
    enum Field {
        ID("id", true),
        OWNER("owner", true),
        ACCOUNT("account", false),
        PRODUCT("product", false),
        STAGE("stage", true),
        OPENED_ON("openedOn", false),
        CLOSED_ON("closedOn", false),
        VALUE("value", false),
        DEAL_TYPE("dealType", false);

        private final String key;
        private final boolean required;

        Field(String key, boolean required) {
            this.key = key;
            this.required = required;
        }

        /** Its name in the mapping. */
        String key() {
            return key;
        }

        boolean required() {
            return required;
        }
    }

    /**
     * What a stage of the CRM means.
     *
     * @param holds the items that a deal in that stage is taken to hold
     */
    record StageMeaning(Status status, List<String> holds) {

        public StageMeaning {
            holds = List.copyOf(holds);
        }
    }

    public Mapping {
        columns = Map.copyOf(columns);
        dealTypes = Map.copyOf(dealTypes);
        stages = Map.copyOf(stages);
    }
}
