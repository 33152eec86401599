package com.targettoclose.architecture.wrong.process.left;

import com.targettoclose.architecture.wrong.process.right.Right;

/** Wrong: leans on a package that leans on this one. */
public record Left(Right right) {}
