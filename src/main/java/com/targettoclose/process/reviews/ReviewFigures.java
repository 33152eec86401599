package com.targettoclose.process.reviews;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says in sentences how the process did. */
public interface ReviewFigures {

    /** A leader's question, and what the figures answer. */
    record Answer(String question, String answer) {}

    /**
     * What the trust report answers about some days.
     *
     * @param owners whose deals; null for everybody's
     */
    List<Answer> of(LocalDate firstDay, LocalDate lastDay, @Nullable Set<String> owners);
}
