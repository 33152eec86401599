package com.targettoclose.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.testing.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProvenPasswordsTests {

    private static final Account RITA = new Account("rita", "{bcrypt}stored", "salt");

    private final TestClock clock = new TestClock();
    private final ProvenPasswords proven = new ProvenPasswords(Duration.ofMinutes(5), clock);
    private int checks;

    @AfterEach
    void setTheEnginesClockBack() {
        clock.reset();
    }

    @Test
    void aRightPasswordIsWorkedOutOnce() {
        assertThat(right(RITA, "secret")).isTrue();
        assertThat(right(RITA, "secret")).isTrue();
        assertThat(checks).isEqualTo(1);
    }

    @Test
    void itIsForgottenAfterItsTime() {
        right(RITA, "secret");
        clock.advance(Duration.ofMinutes(5));
        right(RITA, "secret");
        assertThat(checks).isEqualTo(2);
    }

    @Test
    void aWrongPasswordIsNotRemembered() {
        assertThat(proven.check(RITA, "wrong", () -> false)).isFalse();
        assertThat(right(RITA, "wrong")).isTrue();
    }

    @Test
    void onePasswordSaysNothingOfAnother() {
        right(RITA, "secret");
        right(RITA, "secret2");
        right(new Account("tom", RITA.password(), RITA.salt()), "secret");
        right(new Account("rita", "{bcrypt}changed", RITA.salt()), "secret");
        assertThat(checks).isEqualTo(4);
    }

    private boolean right(Account account, String password) {
        return proven.check(account, password, () -> {
            checks++;
            return true;
        });
    }
}
