package com.targettoclose.crmimport;

import com.targettoclose.conversation.Fault;
import com.targettoclose.crmimport.Mapping.StageMeaning;
import com.targettoclose.opportunity.Terms;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deal as a row of the file tells it, checked.
 *
 * @param line the line its row begins on
 * @param ownerName the owner's name, not yet a user
 */
record Deal(
        long line,
        String id,
        String ownerName,
        String account,
        @Nullable String product,
        StageMeaning stage,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate closedOn,
        Terms terms) {

    /**
     * What a row gave.
     *
     * @param idColumn the name of the column of ids
     * @param id the deal's id, null where it is faulty itself
     * @param deal null where there are faults
     */
    record Read(
            long line,
            String idColumn,
            @Nullable String id,
            @Nullable Deal deal,
            List<Fault> faults) {

        public Read {
            faults = List.copyOf(faults);
        }
    }
}
