package com.targettoclose.architecture.wrong.process;

import com.targettoclose.architecture.wrong.process.left.Left;

/** Wrong: what all packages below share leans on one of them. */
public record Upwards(Left left) {}
