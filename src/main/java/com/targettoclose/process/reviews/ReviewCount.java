package com.targettoclose.process.reviews;

import com.targettoclose.process.reviews.Review.Kind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody's reviews are held.
 *
 * @param held how many were, by the reviewer or by a leader instead
 * @param notHeld how many were not, though their day is over
 * @param lastDay of the days that the newest held one was about; null where none was
 */
public record ReviewCount(
        Kind kind,
        String reviewer,
        long held,
        long notHeld,
        @Nullable LocalDate lastDay) {}
