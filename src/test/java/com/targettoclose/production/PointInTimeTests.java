package com.targettoclose.production;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.targettoclose.delivery.OtherSystem;
import com.targettoclose.testing.Http;
import com.targettoclose.testing.Node;
import com.targettoclose.testing.PointInTimeBackup;
import com.targettoclose.testing.PostgresServer;
import com.targettoclose.testing.SpringTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** A database is put back as of a moment: docs/backup.md says how, this does it. */
@Tag("chaos")
@DisplayName("a database put back as of a moment")
class PointInTimeTests {

    private static final String DATABASE = "t2c";
    private static final String BEFORE = "BEFORE-THE-COPY";
    private static final String BETWEEN = "AFTER-THE-COPY";
    private static final String LOST = "AFTER-THE-MOMENT";
    private static final String NEXT_KEY = "another-one-0123456789-0123456789-012345";

    @TempDir
    Path folder;

    /** What was seen at the moment. */
    private record Then(String moment, Map<String, JsonNode> deals, JsonNode report) {}

    @Test
    @DisplayName("holds every deal as it was, with its chain, and nothing of later; the deals go on")
    void putBack() throws Exception {
        var backup = new PointInTimeBackup(folder.resolve("backup"));
        try (var other = new OtherSystem()) {
            var then = untilSomebodyDeletes(backup, other);
            var told = List.copyOf(other.taken());
            var restored = backup.restore(folder.resolve("restored"), then.moment());
            try (var server = PostgresServer.start(restored)) {
                PointInTimeBackup.awaitRestored(server.database(DATABASE));
                sweepAnew(database(server));
                // its key changed since: what the backup holds is sealed with the one before
                try (var node = node(server.url(DATABASE), other, "put-back")
                        .with("--t2c.ledger.key=" + NEXT_KEY, "--t2c.ledger.other-keys=" + SpringTest.LEDGER_KEY)
                        .start()
                        .awaitReady()) {
                    asItWas(node, then);
                    everyChainHolds(node, database(server));
                    settle(database(server), other);
                    assertThat(report(node)).isEqualTo(then.report());
                    goesOn(node, database(server), other);
                }
            }
            toldApart(told, other.taken().subList(told.size(), other.taken().size()));
        }
    }

    private Then untilSomebodyDeletes(PointInTimeBackup backup, OtherSystem other) throws Exception {
        var live = folder.resolve("live");
        try (var server = PostgresServer.start(live, PointInTimeBackup.SETTINGS)) {
            var url = server.create(DATABASE);
            backup.archive(server.database(DATABASE));
            Then then;
            try (var node = node(url, other, "lives").start().awaitReady()) {
                var rep = as(node, "rep1");
                open(rep, BEFORE);
                record(rep, BEFORE, "time");
                backup.copy(live, server.database(DATABASE));
                open(rep, BETWEEN);
                record(rep, BEFORE, "value-for-client");
                settle(database(server), other);
                then = then(node, database(server));

                open(rep, LOST);
                record(rep, BETWEEN, "time");
                settle(database(server), other);
                deleteTheWrongRows(database(server));
                assertThat(holds(seen(rep, BEFORE))).isFalse();
                backup.awaitArchived(server.database(DATABASE));
            }
            server.kill();
            return then;
        }
    }

    private static Then then(Node node, JdbcTemplate sql) {
        var rep = as(node, "rep1");
        var deals = Stream.of(BEFORE, BETWEEN).collect(Collectors.toMap(Function.identity(), id -> seen(rep, id)));
        return new Then(sql.queryForObject("select clock_timestamp()::text", String.class), deals, report(node));
    }

    private static void asItWas(Node node, Then then) {
        var rep = as(node, "rep1");
        then.deals().forEach((id, before) -> assertThat(seen(rep, id)).isEqualTo(before));
        assertThat(rep.get("/api/opportunities/" + LOST).status()).isEqualTo(404);
        assertThat(holds(seen(rep, BETWEEN)))
                .as("no chain tells that entries after the moment are missing")
                .isTrue();
    }

    private static void goesOn(Node node, JdbcTemplate sql, OtherSystem other) {
        var rep = as(node, "rep1");
        record(rep, BETWEEN, "fit-hypothesis");
        settle(sql, other);
        assertThat(holds(seen(rep, BETWEEN))).isTrue();
    }

    private static boolean holds(JsonNode seen) {
        return seen.at("/ledger/chainHolds").asBoolean();
    }

    /** Numbers that the database lost are given again, to other entries: who was told of both sees it by the mac. */
    private static void toldApart(List<OtherSystem.Message> before, List<OtherSystem.Message> since) {
        var first = before.stream()
                .filter(message -> message.id().startsWith(BETWEEN))
                .collect(Collectors.toMap(OtherSystem.Message::id, PointInTimeTests::mac, (one, again) -> again));
        var again = since.stream()
                .filter(message -> first.containsKey(message.id()))
                .toList();
        assertThat(again)
                .isNotEmpty()
                .allSatisfy(message -> assertThat(mac(message)).isNotBlank().isNotEqualTo(first.get(message.id())));
    }

    private static String mac(OtherSystem.Message message) {
        return message.event().at("/data/mac").asText();
    }

    private static Node.Launch node(String url, OtherSystem other, String name) {
        return Node.on(url, "point-in-time-" + name)
                .with(
                        "--t2c.events.url=" + other.url(),
                        "--t2c.events.secret=for-tests-only-0123456789-0123456789",
                        "--t2c.events.look-every=200ms",
                        "--t2c.report.look-every=200ms");
    }

    private static void open(Http rep, String id) {
        var answer = rep.post("/api/opportunities", Map.of("id", id, "account", "Client of " + id, "owner", "rep1"));
        assertThat(answer.status()).as(answer.body()::toString).isEqualTo(201);
    }

    private static void record(Http rep, String id, String item) {
        var held = Map.<String, Object>of(
                "contact",
                "Ada Brook, plant manager",
                "heldOn",
                LocalDate.now().toString(),
                "channel",
                "call",
                "items",
                List.of(Map.of("item", item, "state", "gained", "words", "We look at it together on Thursday at ten")));
        var answer = rep.post("/api/opportunities/" + id + "/conversations", held);
        assertThat(answer.status()).as(answer.body()::toString).isEqualTo(201);
    }

    /** Waits until nothing that follows by itself is left to do. */
    private static void settle(JdbcTemplate sql, OtherSystem other) {
        Awaitility.await("quiet")
                .atMost(Duration.ofMinutes(2))
                .until(() ->
                        count(sql, "act_ru_job where retries_ > 0" + " and (duedate_ is null or duedate_ <= now())")
                                        == 0
                                && count(sql, "t2c_opportunity where unreported = 1 or undelivered = 1") == 0);
        assertThat(other.taken()).isNotEmpty();
    }

    private static long count(JdbcTemplate sql, String rows) {
        return sql.queryForObject("select count(*) from " + rows, Long.class);
    }

    /** What the page and the ledger of a deal say. */
    private static JsonNode seen(Http rep, String id) {
        var deal = rep.get("/api/opportunities/" + id);
        assertThat(deal.status()).as(deal.body()::toString).isEqualTo(200);
        var both = (ObjectNode) deal.body();
        return both.set(
                "ledger", rep.get("/api/opportunities/" + id + "/ledger").body());
    }

    private static JsonNode report(Node node) {
        var report = as(node, "leader1").get("/api/reports/trust");
        assertThat(report.status()).isEqualTo(200);
        return report.body();
    }

    /** Somebody with the rights of the database's owner, in the wrong window. */
    private static void deleteTheWrongRows(JdbcTemplate sql) {
        sql.execute("alter table t2c_ledger_entry disable trigger user");
        sql.update("delete from t2c_ledger_entry where opportunity_id = ? and entry_number > 2", BEFORE);
        sql.execute("alter table t2c_ledger_entry enable trigger user");
        sql.execute("drop table t2c_call_notes");
    }

    private static void sweepAnew(JdbcTemplate sql) {
        sql.update("update t2c_ledger_sweep set last_id = '', checked = 0, broken = 0, broken_before = 0,"
                + " taken_until = null");
    }

    private static void everyChainHolds(Node node, JdbcTemplate sql) {
        var deals = count(sql, "t2c_opportunity");
        var ops = as(node, "ops1");
        Awaitility.await("a round of the sweep")
                .atMost(Duration.ofMinutes(2))
                .until(() -> metrics(ops).contains("t2c_ledger_chains_checked " + deals + ".0"));
        assertThat(metrics(ops)).contains("t2c_ledger_chains_broken 0.0");
    }

    private static String metrics(Http ops) {
        return ops.get("/actuator/prometheus").response().body();
    }

    private static JdbcTemplate database(PostgresServer server) {
        return new JdbcTemplate(server.database(DATABASE));
    }

    private static Http as(Node node, String user) {
        return new Http(node.port(), user, "demo");
    }
}
