package com.targettoclose.report.figures;

/**
 * What the evidence of some deals is like, imports left out. Signs to talk about, never a verdict on a person.
 *
 * @param verified items that the client confirmed or somebody other than the owner checked, of all that are held
 * @param claimed answers with proof that the client itself gave, of all that were gained
 * @param late recorded long after they were held, or all stages at once, of all that were gained
 * @param offTheMap from a conversation that no diagram names, of all that were gained
 * @param inBursts conversations of which the same person recorded three or more within ten minutes, of all recorded
 * @param alike answers whose words are nearly those of another item, of those that have words
 * @param thin answers of fewer than six different words, of those that have words
 */
public record Evidence(Rate verified, Rate claimed, Rate late, Rate offTheMap, Rate inBursts, Rate alike, Rate thin) {}
