package com.targettoclose.architecture.wrong.gate;

import org.springframework.util.CollectionUtils;

/** A policy that leans on a framework. */
public class SpringPolicy {

    public boolean met(java.util.List<String> gaps) {
        return CollectionUtils.isEmpty(gaps);
    }
}
