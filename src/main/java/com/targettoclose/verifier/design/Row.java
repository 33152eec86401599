package com.targettoclose.verifier.design;

import com.targettoclose.conversation.Choice;
import com.targettoclose.gate.ProofNeeded;
import com.targettoclose.gate.WaivableBy;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of the exit criteria, as what its output cells come to.
 *
 * @param id the row's id
 * @param cells by output name; empty cells are left out
 */
public record Row(String id, Map<String, Object> cells) {

    public Row {
        cells = Map.copyOf(cells);
    }

    /** The item required; null where the cell does not say a word. */
    public @Nullable String item() {
        return cells.get("item") instanceof String item && !item.isBlank() ? item : null;
    }

    /** Who may waive it; empty where the cell says nothing that is understood. */
    public Optional<WaivableBy> waivableBy() {
        return cells.get("waivableBy") instanceof String text ? Choice.of(WaivableBy.class, text) : Optional.empty();
    }

    /** The proof needed; empty where the cell says nothing that is understood. */
    public Optional<ProofNeeded> proof() {
        return cells.get("proof") instanceof String text ? Choice.of(ProofNeeded.class, text) : Optional.empty();
    }

    /** After how many days it lapses, {@link Integer#MAX_VALUE} for never; empty where that is not understood. */
    public Optional<Integer> lapsesAfterDays() {
        var days = cells.get("lapsesAfterDays");
        if (days == null) {
            return Optional.of(Integer.MAX_VALUE);
        }
        return days instanceof Number number && number.intValue() > 0 && number.doubleValue() == number.intValue()
                ? Optional.of(number.intValue())
                : Optional.empty();
    }
}
