package com.targettoclose.process;

/** One thing to choose from in a form, as form-js reads it. */
record Option(String label, String value) {}
