package com.targettoclose.testing;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A backup of a running {@link PostgresServer} that can be put back as of any later moment: a copy of its folder, and an
 * archive of what was written since. It is taken by hand, since the test's PostgreSQL has no {@code pg_basebackup}.
 */
public final class PointInTimeBackup {

    /** What the server has to be started with. */
    public static final Map<String, String> SETTINGS = Map.of("archive_mode", "on");

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);
    private static final Set<String> NOT_COPIED = Set.of("postmaster.pid", "postmaster.opts", "epg-lock");
    private static final String LOG = "pg_wal";

    private final Path base;
    private final Path archive;

    /** A backup in an empty folder. */
    public PointInTimeBackup(Path folder) throws IOException {
        base = privately(folder.resolve("base"));
        archive = Files.createDirectories(folder.resolve("archive"));
    }

    /** From now on the server archives what it writes. */
    public void archive(DataSource server) {
        var sql = new JdbcTemplate(server);
        sql.execute("alter system set archive_command = 'test ! -f \"%1$s/%%f\" && cp \"%%p\" \"%1$s/%%f\"'"
                .formatted(archive));
        sql.execute("select pg_reload_conf()");
    }

    /** Copies the folder of the server while it works. */
    public void copy(Path data, DataSource server) throws IOException, SQLException {
        try (var connection = server.getConnection()) {
            ask(connection, "select pg_backup_start('test', true)");
            Files.walkFileTree(data, new Copy(data, base));
            Files.writeString(
                    base.resolve("backup_label"), ask(connection, "select labelfile from pg_backup_stop(true)"));
        }
    }

    /** Waits until everything that was written so far is in the archive. */
    public void awaitArchived(DataSource server) {
        var sql = new JdbcTemplate(server);
        var last = sql.queryForObject("select pg_walfile_name(pg_switch_wal())", String.class);
        Awaitility.await(last).atMost(LONG_ENOUGH).until(() -> Files.exists(archive.resolve(last)));
    }

    /** Puts it back into a new folder; a server that starts there replays up to the moment, as PostgreSQL writes it, and goes on. */
    public Path restore(Path to, String moment) throws IOException {
        Files.walkFileTree(base, new Copy(base, privately(to)));
        Files.writeString(
                to.resolve("postgresql.auto.conf"), """
                restore_command = 'cp "%s/%%f" "%%p"'
                recovery_target_time = '%s'
                recovery_target_action = 'promote'
                """.formatted(archive, moment), StandardOpenOption.APPEND);
        Files.createFile(to.resolve("recovery.signal"));
        return to;
    }

    /** Waits until the server is at that moment and takes what is new. */
    public static void awaitRestored(DataSource server) {
        var sql = new JdbcTemplate(server);
        Awaitility.await("the end of the recovery")
                .atMost(LONG_ENOUGH)
                .until(() -> Boolean.FALSE.equals(sql.queryForObject("select pg_is_in_recovery()", Boolean.class)));
    }

    private static String ask(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    /** PostgreSQL refuses a folder that others can read. */
    private static Path privately(Path folder) throws IOException {
        return Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** Copies what a backup holds; what the server deletes meanwhile is not needed. */
    private static final class Copy extends SimpleFileVisitor<Path> {

        private final Path from;
        private final Path to;

        Copy(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            privately(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            var name = from.relativize(file);
            if (!name.startsWith(LOG) && !NOT_COPIED.contains(name.toString())) {
                try {
                    Files.copy(file, to.resolve(name));
                } catch (NoSuchFileException e) {
                    return FileVisitResult.CONTINUE;
                }
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }
}
