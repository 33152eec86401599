package com.targettoclose.architecture.wrong.process.right;

import com.targettoclose.architecture.wrong.process.left.Left;
import org.jspecify.annotations.Nullable;

/** Wrong: leans on a package that leans on this one. */
public record Right(@Nullable Left left) {}
