package com.targettoclose.testing;

import com.targettoclose.TargetToCloseApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * The whole application, serving on a free port: what {@link OnH2} and {@link OnPostgres} share. Tests of one database
 * share one context, so each opens deals of its own and asserts on nothing else. Jobs run when a test says so, see
 * {@link Jobs}.
 */
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        classes = TargetToCloseApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "t2c.import.background=false",
            "t2c.replay.background=false",
            "t2c.reroute.background=false",
            "t2c.sweep.background=false",
            "t2c.keep.background=false",
            "management.prometheus.metrics.export.enabled=true",
            "t2c.report.background=false",
            "t2c.coaching.at-once=20",
            "t2c.ledger.key=" + SpringTest.LEDGER_KEY,
            "T2C_ADMIN_PASSWORD=" + SpringTest.ADMIN_PASSWORD,
            "t2c.passwords.cost=4",
            "t2c.throttle.attempts=" + SpringTest.WRONG_PASSWORDS,
            "t2c.throttle.attempts-from-address=100000",
            "t2c.throttle.recaps-from-address=100000",
            "T2C_PROXY=127.0.0.9",
            "server.shutdown=immediate",
            "logging.level.root=warn",
            "logging.level.org.camunda.community.process_test_coverage=error",
            "spring.datasource.hikari.minimum-idle=1"
        })
@Import(SpringTestConfiguration.class)
@ExtendWith(CloseAtTheEnd.class)
@TestExecutionListeners(listeners = BeforeEachTest.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface SpringTest {

    /** The key the ledgers of tests are chained with. */
    String LEDGER_KEY = "for-tests-only-0123456789-0123456789";

    /** How many wrong passwords a user's tests may send before the next has to wait: they share an address and a clock. */
    int WRONG_PASSWORDS = 50;

    /** The first admin's password in tests. */
    String ADMIN_PASSWORD = "Only4Tests-Admin";
}
