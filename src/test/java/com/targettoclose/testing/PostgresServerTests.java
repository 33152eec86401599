package com.targettoclose.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

class PostgresServerTests {

    @TempDir
    Path data;

    @Test
    void keepsWhatItConfirmedThroughAKill() throws Exception {
        try (var server = PostgresServer.start(data)) {
            server.create("kept");
            var sql = new JdbcTemplate(server.database("kept"));
            assertThat(sql.queryForObject("show fsync", String.class)).isEqualTo("on");
            assertThat(sql.queryForObject("show synchronous_commit", String.class))
                    .isEqualTo("on");
            sql.execute("create table t (n int)");
            sql.update("insert into t values (7)");
            server.kill();
            server.startAgain();
            assertThat(sql.queryForObject("select n from t", Integer.class)).isEqualTo(7);
        }
    }
}
