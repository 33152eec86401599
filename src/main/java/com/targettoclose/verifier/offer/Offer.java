package com.targettoclose.verifier.offer;

/**
 * A file that a redesign lacks.
 *
 * @param file its name
 * @param why what it is for, and what to do with it
 * @param content the whole file
 */
public record Offer(String file, String why, String content) {}
