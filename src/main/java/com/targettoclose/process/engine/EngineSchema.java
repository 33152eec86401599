package com.targettoclose.process.engine;

import com.targettoclose.process.OneNodeAtATime;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Creates the engine's tables with the scripts of its own artifact, before our migrations, which may so name them, and with
 * a history of their own ({@value #HISTORY}). The engine itself changes no table. The next version of the engine is one more
 * migration here, with its upgrade script.
 *
 * <p>Nodes that start together on an empty PostgreSQL wait for each other: Flyway locks its histories, but not the moment in
 * which it makes them. An embedded database has one node.
 */
@Component
class EngineSchema implements FlywayMigrationStrategy {

    static final String HISTORY = "t2c_engine_schema";

    private static final String FIRST = "7.24.0";
    private static final String BEFORE = "0";
    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public void migrate(Flyway ours) {
        // over Flyway's own connections: a migration, and waiting for one, may take as long as it takes
        new OneNodeAtATime(ours.getConfiguration().getDataSource()).run(() -> migrateAlone(ours));
    }

    private static void migrateAlone(Flyway ours) {
        var settings = ours.getConfiguration();
        // an engine that was let make its tables itself has those of its first version
        var version = hasTables(settings) ? FIRST : BEFORE;
        Flyway.configure(settings.getClassLoader())
                .dataSource(settings.getDataSource())
                .defaultSchema(settings.getDefaultSchema())
                .table(HISTORY)
                .locations(new String[0])
                .javaMigrations(new CreateTables())
                .baselineOnMigrate(true)
                .baselineVersion(version)
                .load()
                .migrate();
        ours.migrate();
    }

    private static boolean hasTables(Configuration settings) {
        try {
            return JdbcUtils.extractDatabaseMetaData(settings.getDataSource(), database -> {
                var name = database.storesUpperCaseIdentifiers() ? "ACT_GE_PROPERTY" : "act_ge_property";
                try (var tables = database.getTables(
                        database.getConnection().getCatalog(),
                        database.getConnection().getSchema(),
                        name,
                        null)) {
                    return tables.next();
                }
            });
        } catch (MetaDataAccessException e) {
            throw new IllegalStateException("The database cannot be asked for its tables", e);
        }
    }

    /** The engine's first version that this application ran. */
    private static final class CreateTables implements JavaMigration {

        @Override
        public MigrationVersion getVersion() {
            return MigrationVersion.fromVersion(FIRST);
        }

        @Override
        public String getDescription() {
            return "the engine's tables";
        }

        @Override
        public @Nullable Integer getChecksum() {
            return null;
        }

        @Override
        public boolean canExecuteInTransaction() {
            return true;
        }

        @Override
        public void migrate(Context context) throws SQLException, IOException {
            for (var part : PARTS) {
                ScriptUtils.executeSqlScript(context.getConnection(), script(context.getConnection(), part));
            }
        }

        private static EncodedResource script(Connection connection, String part) throws SQLException {
            var database = OneNodeAtATime.isPostgres(connection) ? "postgres" : "h2";
            return new EncodedResource(
                    new ClassPathResource(
                            "org/camunda/bpm/engine/db/create/activiti.%s.create.%s.sql".formatted(database, part),
                            ProcessEngine.class.getClassLoader()),
                    "UTF-8");
        }
    }
}
