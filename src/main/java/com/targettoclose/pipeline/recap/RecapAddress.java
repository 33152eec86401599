package com.targettoclose.pipeline.recap;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where a recap is found: the address that a rep sends. */
@Component
class RecapAddress {

    private final RecapTokens tokens;
    private final RecapSettings settings;

    RecapAddress(RecapTokens tokens, RecapSettings settings) {
        this.tokens = tokens;
        this.settings = settings;
    }

    /** The whole address; asked while a request is answered. */
    String of(RecapLink link) {
        var base = settings.address().isEmpty()
                ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
                : settings.address();
        return base + "/recaps/" + tokens.of(link);
    }
}
