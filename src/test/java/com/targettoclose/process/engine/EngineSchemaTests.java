package com.targettoclose.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.testing.TestDatabase.Postgres;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@DisplayName("the engine's tables")
class EngineSchemaTests {

    static Stream<Arguments> databases() {
        return Stream.of(
                Arguments.of(
                        "h2",
                        new DriverManagerDataSource(
                                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "")),
                Arguments.of(
                        "postgresql",
                        new DriverManagerDataSource(Postgres.newDatabase(), Postgres.USER, Postgres.USER)));
    }

    @ParameterizedTest(name = "are created on an empty {0}, are what the engine asks for, and stay")
    @MethodSource("databases")
    void created(String vendor, DataSource database) {
        migrate(vendor, database);
        assertTheEngineStartsOn(database);
        assertThat(history(database)).containsExactly("7.24.0 JDBC");
        migrate(vendor, database);
        assertThat(history(database)).containsExactly("7.24.0 JDBC");
    }

    @ParameterizedTest(name = "that the engine made itself on {0} are taken over as they are")
    @MethodSource("databases")
    void takenOver(String vendor, DataSource database) {
        engine(database, ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        migrate(vendor, database);
        assertTheEngineStartsOn(database);
        assertThat(history(database)).containsExactly("7.24.0 BASELINE");
    }

    @RepeatedTest(5)
    @DisplayName("are created once where two nodes start together on an empty database")
    void createdOnce() throws Exception {
        var database = new DriverManagerDataSource(Postgres.newDatabase(), Postgres.USER, Postgres.USER);
        var nodes = Executors.newFixedThreadPool(2);
        try {
            var start = Executors.callable(() -> migrate("postgresql", database));
            for (var started : nodes.invokeAll(List.of(start, start))) {
                started.get();
            }
        } finally {
            nodes.shutdown();
        }
        assertTheEngineStartsOn(database);
        assertThat(history(database)).containsExactly("7.24.0 JDBC");
    }

    private static void migrate(String vendor, DataSource database) {
        new EngineSchema()
                .migrate(Flyway.configure()
                        .dataSource(database)
                        .locations("classpath:db/migration/" + vendor)
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .load());
    }

    /** With its own check of what it finds. */
    private static void assertTheEngineStartsOn(DataSource database) {
        engine(database, ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
    }

    private static void engine(DataSource database, String schemaUpdate) {
        ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration()
                .setProcessEngineName(UUID.randomUUID().toString())
                .setDataSource(database)
                .setDatabaseSchemaUpdate(schemaUpdate)
                .buildProcessEngine()
                .close();
    }

    private static List<String> history(DataSource database) {
        return new JdbcTemplate(database)
                .queryForList(
                        "select \"version\" || ' ' || \"type\" from \"" + EngineSchema.HISTORY
                                + "\" where \"version\" <> '0' order by \"installed_rank\"",
                        String.class);
    }
}
