package com.targettoclose.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.targettoclose.TargetToCloseApplication;
import com.targettoclose.testing.TestDatabase.Postgres;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@ExtendWith(OutputCaptureExtension.class)
class ProductionStartTests {

    private final String database = Postgres.newDatabase();

    @Test
    void anUnsafeStartSaysEverythingAndTouchesNothing(CapturedOutput output) {
        assertThatThrownBy(() -> start("--spring.datasource.password=")).isInstanceOf(UnfitForProduction.class);
        assertThat(output)
                .contains("starts only where nothing is missing or unsafe")
                .contains("- SPRING_DATASOURCE_PASSWORD is not set.")
                .contains("- T2C_SECURE_COOKIES is not 'true'")
                .contains("- T2C_PROXY names no proxy")
                .doesNotContain("\tat ");
        assertThat(tables()).isZero();
    }

    @Test
    void aSafeStartMakesItsTablesAndItsFirstAdmin() {
        try (var running = new SpringApplication(TargetToCloseApplication.class)
                .run(arguments(
                        "--spring.datasource.password=" + Postgres.USER,
                        "--server.servlet.session.cookie.secure=true",
                        "--server.tomcat.remoteip.internal-proxies=10.0.0.7",
                        "--t2c.security.admin-password=first-of-all-admins"))) {
            assertThat(sql().queryForList("select id_ from act_id_user", String.class))
                    .containsExactly("admin");
            assertThat(running.getEnvironment().getActiveProfiles()).containsExactly("production");
        }
    }

    private void start(String argument) {
        new SpringApplication(TargetToCloseApplication.class)
                .run(arguments(argument))
                .close();
    }

    private String[] arguments(String... more) {
        var all = new ArrayList<>(List.of(
                "--spring.profiles.active=production",
                "--server.port=0",
                // the webapps are static: stopping them here would stop them in every other context of this JVM
                "--camunda.bpm.webapp.enabled=false",
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=" + Postgres.USER,
                "--t2c.ledger.key=kX8#mQ2!vR7pL4zT9wB6nJ3sD5fG1hYc"));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private long tables() {
        return sql().queryForObject("select count(*) from pg_tables where schemaname = 'public'", Long.class);
    }

    private JdbcTemplate sql() {
        return new JdbcTemplate(new DriverManagerDataSource(database, Postgres.USER, Postgres.USER));
    }
}
