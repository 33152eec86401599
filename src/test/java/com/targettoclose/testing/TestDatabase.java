package com.targettoclose.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each application context a database of its own. PostgreSQL's server is started once a JVM, when first asked for. */
public final class TestDatabase {

    private TestDatabase() {}

    /** H2 in memory. */
    public static final class H2 implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            use(context, "jdbc:h2:mem:" + newName() + ";LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1", "sa", "");
        }
    }

    /** Embedded PostgreSQL, on a free port of this machine. */
    public static final class Postgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        /** The server's user, and the password. */
        public static final String USER = "postgres";

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            use(context, newDatabase(), USER, USER);
        }

        /** The address of a new database, for applications that run beside this JVM; user and password are {@link #USER}. */
        public static String newDatabase() {
            var name = newName();
            try (var connection = Server.RUNNING.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return Server.RUNNING.getJdbcUrl(USER, name);
        }
    }

    private static String newName() {
        return "t2c_" + UUID.randomUUID().toString().replace("-", "");
    }

    private static void use(ConfigurableApplicationContext context, String url, String user, String password) {
        CloseAtTheEnd.remember(context);
        TestPropertyValues.of(
                        "spring.datasource.url=" + url,
                        "spring.datasource.username=" + user,
                        "spring.datasource.password=" + password)
                .applyTo(context);
    }

    /** The one server; it ends with the JVM. */
    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("fsync", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
