package com.targettoclose.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.verifier.rule.Finding;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("what ships")
class ShippedDesignTests {

    @Test
    @DisplayName("breaks no rule, and is not even unwise")
    void isClean() {
        assertThat(Shipped.check(Shipped.files())).extracting(Finding::sentence).isEmpty();
    }
}
