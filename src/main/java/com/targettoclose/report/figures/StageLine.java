package com.targettoclose.report.figures;

import org.jspecify.annotations.Nullable;

/**
 * How deals go through a stage.
 *
 * @param entered deals that came to its gate
 * @param passed deals that its gate let through at least once
 * @param standing deals that have not passed it and go on
 * @param ended deals that ended before they passed it
 * @param conversion {@code passed / (passed + ended)}: those that go on are not decided yet
 * @param medianDays from the gate's first look to its first passage, of those that passed; null of none
 * @param metInTime requirements of its passages that timely evidence met
 * @param waived requirements of its passages that were waived
 */
public record StageLine(
        String stage,
        long entered,
        long passed,
        long standing,
        long ended,
        Rate conversion,
        @Nullable Double medianDays,
        Rate metInTime,
        Rate waived) {}
