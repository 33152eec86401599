package com.targettoclose.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("a database file")
class DatabaseFileTests {

    private static final int COMMITS = 2_000;

    @TempDir
    Path folder;

    @Test
    @DisplayName("has no more room than it needs, and keeps what was accepted")
    void isCompacted() throws Exception {
        var rows = database(";WRITE_DELAY=0;DB_CLOSE_DELAY=-1");
        var sql = JdbcClient.create(rows);
        sql.sql("create table kept (id int primary key, words varchar)").update();
        for (int id = 0; id < COMMITS; id++) {
            sql.sql("insert into kept values (:id, 'said')").param("id", id).update();
        }
        long before = size();
        new DatabaseFile(rows).compact();
        assertThat(size()).isLessThan(before / 2);
        sql.sql("insert into kept values (-1, 'later')").update();
        sql.sql("shutdown immediately").update();
        assertThat(JdbcClient.create(database(""))
                        .sql("select count(*) from kept")
                        .query(Integer.class)
                        .single())
                .isEqualTo(COMMITS + 1);
    }

    @Test
    @DisplayName("is left alone where it is well filled")
    void isLeftAlone() throws Exception {
        var rows = database(";DB_CLOSE_DELAY=-1");
        var sql = JdbcClient.create(rows);
        sql.sql(
                        "create table kept (id int primary key, words varchar) as select x, repeat('w', 1000) from system_range(1, 5000)")
                .update();
        sql.sql("checkpoint sync").update();
        long before = size();
        new DatabaseFile(rows).compact();
        assertThat(size()).isEqualTo(before);
        sql.sql("shutdown").update();
    }

    private JdbcDataSource database(String settings) {
        var database = new JdbcDataSource();
        database.setUrl("jdbc:h2:file:" + folder.resolve("deals") + settings);
        return database;
    }

    private long size() throws IOException {
        return Files.size(folder.resolve("deals.mv.db"));
    }
}
