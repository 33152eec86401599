package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.testing.OnH2;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Walks real deals at random through everything that can happen to one, and holds each after every step against a small
 * model of the rules: the same stage, the same owed, the same open tasks, the same in the ledger. A walk that fails names
 * its seed and its steps; {@code -Dwalk.seed=…} walks that one alone.
 */
@OnH2
@DisplayName("a random walk")
class RandomWalkTests extends ProcessTest {

    static final int STEPS = 50;
    private static final int WALKS = 200;
    private static final int MANY_WALKS = 2_000;

    @Autowired
    BeanFactory beans;

    @Test
    @DisplayName("agrees with the rules after every step")
    void agrees() {
        walk(1, WALKS);
    }

    @Test
    @Tag("deep")
    @DisplayName("agrees with the rules after every step, many times more")
    void agreesManyTimes() {
        walk(WALKS + 1, WALKS + MANY_WALKS);
    }

    private void walk(long first, long last) {
        var one = Long.getLong("walk.seed");
        (one == null ? LongStream.rangeClosed(first, last) : LongStream.of(one)).forEach(this::walk);
    }

    private void walk(long seed) {
        clock.reset();
        var check = WalkCheck.of(beans);
        var walker = new Walker(RealDoors.of(beans), seed);
        try {
            check.agrees(walker);
            for (int n = 0; n < STEPS; n++) {
                walker.step();
                check.agrees(walker);
            }
            assertThat(ledger.check(walker.deal).findings()).isEmpty();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("Walk it again with -Dwalk.seed=" + seed + "\n" + walker.told(), e);
        }
    }
}
