package com.targettoclose.verifier.design;

/**
 * A file that could not be read as what its name says.
 *
 * @param why the reader's own words, on one line
 */
public record Unread(Place place, String why) {}
