package com.targettoclose.architecture.wrong;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Autowired;

/** Has its field injected. */
public class FieldInjected {

    @Autowired
    Clock clock;
}
