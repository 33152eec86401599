package com.targettoclose.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs a test class against the whole application on H2, in memory. To run one body on both databases:
 *
 * <pre>{@code
 * class LedgerDatabaseTests {
 *     @Nested @OnH2 class OnH2Database extends Body {}
 *     @Nested @OnPostgres class OnPostgresDatabase extends Body {}
 *     abstract static class Body { @Autowired Deals deals; @Test void ... }
 * }
 * }</pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringTest
@ContextConfiguration(initializers = TestDatabase.H2.class)
public @interface OnH2 {}
