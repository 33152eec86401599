package com.targettoclose.architecture.wrong.modules.beta;

/** Is used. */
public record Beta(String name) {}
