package com.targettoclose.attack;

import com.targettoclose.testing.Deals;
import com.targettoclose.testing.Jobs;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.TestClock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/**
 * One kind of attack. A subclass lists them in a static method {@code attacks()}; each is laid as everybody it is for, and
 * through both doors where it is the engine's own interface.
 */
@OnH2
@ActiveProfiles("sample")
abstract class AttackTest {

    /** One an application: signing in and opening deals is done once. */
    private static final Map<Integer, Siege> SIEGES = new ConcurrentHashMap<>();

    @LocalServerPort
    int port;

    @Autowired
    DataSource database;

    @Autowired
    Deals deals;

    @Autowired
    Jobs jobs;

    @Autowired
    ProcessEngine engine;

    @Autowired
    TestClock clock;

    Siege siege() {
        var siege = SIEGES.computeIfAbsent(port, key -> new Siege(port, database, deals, jobs, engine));
        siege.beginWith(getClass());
        return siege;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void isRefusedAndLeavesNothingBehind(Attack attack) {
        siege().lay(attack);
    }
}
