package com.targettoclose.process.people;

/** One thing to choose from in a form, as form-js reads it. */
public record Option(String label, String value) {}
