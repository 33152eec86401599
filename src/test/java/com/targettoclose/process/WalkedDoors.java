package com.targettoclose.process;

import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.testing.TestClock;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Period;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The doors of steps that were taken before: they only tell what was answered then, and move the clock as then. */
final class WalkedDoors {

    private final String deal;
    private final Iterator<Integer> asked;
    private final TestClock clock;

    private WalkedDoors(String deal, Ledger ledger, TestClock clock) {
        this.deal = deal;
        this.clock = clock;
        this.asked = ledger.history(deal).entries().stream()
                .filter(entry -> entry.kind() == EntryKind.WAIVER_ASKED)
                .map(entry -> entry.number())
                .iterator();
    }

    static WalkDoors of(String deal, Ledger ledger, TestClock clock) {
        var doors = new WalkedDoors(deal, ledger, clock);
        return (WalkDoors) Proxy.newProxyInstance(
                WalkDoors.class.getClassLoader(),
                new Class<?>[] {WalkDoors.class},
                (proxy, method, sent) -> doors.answered(method, sent));
    }

    private @Nullable Object answered(Method method, Object[] sent) {
        return switch (method.getName()) {
            case "open" -> deal;
            case "today" -> clock.today();
            case "ask" -> asked.next();
            case "later" -> {
                clock.advance((Period) sent[0]);
                yield null;
            }
            default -> null;
        };
    }
}
