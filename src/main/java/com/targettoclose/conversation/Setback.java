package com.targettoclose.conversation;

import java.time.LocalDate;

/**
 * The client took an item back, checked.
 *
 * @param contact who at the client
 * @param words what they said
 */
public record Setback(Item item, String contact, String words, LocalDate occurredOn) {}
