package com.targettoclose.production;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.testing.Http;
import com.targettoclose.testing.Node;
import com.targettoclose.testing.TestDatabase.Postgres;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Whole nodes, each a process of its own, that share a PostgreSQL from their first moment on. */
@Tag("chaos")
@DisplayName("nodes that start at the same moment")
class ColdStartTests {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(5);
    static final String ADMIN = "first-of-all-admins";
    static final String[] PRODUCTION = {
        "--spring.profiles.active=production",
        "--server.servlet.session.cookie.secure=true",
        "--server.tomcat.remoteip.internal-proxies=10.0.0.7",
        "--t2c.ledger.key=kX8#mQ2!vR7pL4zT9wB6nJ3sD5fG1hYc",
        "--t2c.security.admin-password=" + ADMIN
    };

    private final String database = Postgres.newDatabase();
    private final JdbcTemplate sql =
            new JdbcTemplate(new DriverManagerDataSource(database, Postgres.USER, Postgres.USER));
    private final List<Node> nodes = new ArrayList<>();

    @ParameterizedTest(name = "{0} of them with the sample: one edition, one set of users, lists and deals")
    @ValueSource(ints = {2, 3})
    void sample(int count) throws Exception {
        try {
            start(count);
            assertThat(nodes)
                    .allSatisfy(node -> assertThat(new Http(node.port(), "leader1", "demo")
                                    .get("/api/editions")
                                    .body()
                                    .path("total")
                                    .asInt())
                            .isEqualTo(1));
            assertThat(numbers("act_id_user")).isEqualTo(7);
            assertThat(numbers("t2c_opportunity")).isPositive();
            assertEverythingIsThereOnce();
        } finally {
            nodes.forEach(Node::close);
        }
    }

    @Test
    @DisplayName("for production: one administrator, who is let in by each")
    void production() throws Exception {
        try {
            start(2, PRODUCTION);
            assertThat(sql.queryForList("select id_ from act_id_user", String.class))
                    .containsExactly("admin");
            assertThat(nodes)
                    .allSatisfy(node -> assertThat(new Http(node.port(), "admin", ADMIN).serves("/api/audit"))
                            .isTrue());
            assertEverythingIsThereOnce();
        } finally {
            nodes.forEach(Node::close);
        }
    }

    /** A release that brings a new list finds the groups made: no key of theirs holds the second node back. */
    @Test
    @DisplayName("where only the lists of Tasklist are missing: each list is made once")
    void lists() throws Exception {
        try (var first = Node.start(database, "cold-first").awaitReady()) {
            assertThat(first.alive()).isTrue();
        }
        long lists = numbers("act_ru_filter");
        sql.update("delete from act_ru_filter");
        try (var connection = DriverManager.getConnection(database, Postgres.USER, Postgres.USER);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table act_ru_filter in share mode");
            for (int n = 0; n < 2; n++) {
                nodes.add(Node.start(database, "cold-lists-" + n));
            }
            // both have looked, or the second waits for the first
            Awaitility.await("two nodes that wait").atMost(LONG_ENOUGH).until(() -> waiting() == 2);
            connection.rollback();
            nodes.forEach(Node::awaitReady);
            assertThat(numbers("act_ru_filter")).isEqualTo(lists);
            assertEverythingIsThereOnce();
        } finally {
            nodes.forEach(Node::close);
        }
    }

    private void start(int count, String... settings) throws Exception {
        for (int n = 0; n < count; n++) {
            nodes.add(Node.start(database, "cold-" + count + "-" + n, settings));
        }
        nodes.forEach(Node::awaitReady);
    }

    private void assertEverythingIsThereOnce() {
        assertThat(numbers("act_re_deployment")).isEqualTo(1);
        assertThat(numbers("t2c_edition")).isEqualTo(1);
        assertThat(numbers("t2c_edition_decision")).isEqualTo(1);
        assertThat(twice("key_ || version_", "act_re_procdef")).isEmpty();
        assertThat(twice("name_", "act_ru_filter")).isEmpty();
        assertThat(twice(
                        "type_ || coalesce(user_id_, '') || coalesce(group_id_, '') || resource_type_ || resource_id_",
                        "act_ru_authorization"))
                .isEmpty();
        assertThat(twice("handler_type_ || handler_cfg_", "act_ru_job where process_instance_id_ is null"))
                .isEmpty();
        assertThat(numbers("act_ru_incident")).isZero();
    }

    private long waiting() {
        return sql.queryForObject(
                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
                Long.class);
    }

    private long numbers(String table) {
        return sql.queryForObject("select count(*) from " + table, Long.class);
    }

    private List<String> twice(String what, String table) {
        return sql.queryForList(
                "select %1$s from %2$s group by %1$s having count(*) > 1".formatted(what, table), String.class);
    }
}
