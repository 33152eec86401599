package com.targettoclose.architecture.wrong.modules.alpha;

import com.targettoclose.architecture.wrong.modules.beta.Beta;

/** Uses what it may not. */
public record Alpha(Beta beta) {}
