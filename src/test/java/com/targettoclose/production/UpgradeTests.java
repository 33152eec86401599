package com.targettoclose.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.targettoclose.production.Seller.Came;
import com.targettoclose.production.Seller.Sent;
import com.targettoclose.testing.Http;
import com.targettoclose.testing.Node;
import com.targettoclose.testing.TestDatabase.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The release before, at work on two nodes, gives way to this one, a node at a time. The older jar comes from
 * {@code -Dprevious.jar}.
 */
@Tag("chaos")
@DisplayName("a new release on the nodes of the one before, one after the other")
class UpgradeTests {

    private static final Path PREVIOUS = Path.of(System.getProperty("previous.jar", "none"));
    private static final int EACH = 12;
    private static final int SELLERS = 3;

    @TempDir
    private Path folder;

    private final String database = Postgres.newDatabase();
    private final JdbcTemplate sql =
            new JdbcTemplate(new DriverManagerDataSource(database, Postgres.USER, Postgres.USER));
    private int first;
    private int second;
    private List<Seller> sellers;
    private List<Future<?>> atWork = List.of();

    @BeforeEach
    void previous() throws IOException {
        assumeTrue(
                Files.exists(PREVIOUS),
                "No jar of the release before. Make one: git worktree add ../before TAG, there ./mvnw -DskipTests package;"
                        + " then say -Dprevious.jar=../before/target/target-to-close-VERSION.jar here.");
        first = Node.freePort();
        second = Node.freePort();
        var ports = List.of(first, second);
        sellers = Stream.iterate(0, n -> n + 1)
                .limit(SELLERS)
                .map(n -> new Seller("seller" + n, ports))
                .toList();
    }

    @Test
    @DisplayName(
            "loses and doubles no conversation, breaks no chain, fails no job, and counts what a fresh count gives")
    void rolling() throws Exception {
        Node one = before("before-1", first).awaitReady();
        Node two = before("before-2", second).awaitReady();
        var threads = Executors.newFixedThreadPool(SELLERS);
        try {
            work(first);
            atWork = sellers.stream().<Future<?>>map(threads::submit).toList();
            bothAccept("the release before on both");

            one.close();
            one = now("after-1", first).awaitReady();
            bothAccept("this release beside the one before");

            two.close();
            two = before("before-2-again", second).awaitReady();
            bothAccept("the release before, started again on the tables of this one");

            two.close();
            two = now("after-2", second).awaitReady();
            bothAccept("this release on both");

            sellers.forEach(Seller::stop);
            threads.shutdown();
            await("the sellers").until(threads::isTerminated);
            assertNothingFailed();
            assertEachConversationOnce();
            var figures = figures();
            two.close();
            one.close();
            sql.update("update t2c_report_feed set model_version = 0");
            one = now("fresh-count", first).awaitReady();
            assertThat(figures).isEqualTo(figures());
        } finally {
            sellers.forEach(Seller::stop);
            threads.shutdownNow();
            one.close();
            two.close();
        }
    }

    private Node before(String name, int port) throws IOException {
        return Node.on(database, name).at(port).jar(PREVIOUS).start();
    }

    private Node now(String name, int port) throws IOException {
        return Node.on(database, name).at(port).start();
    }

    /** A waiver, a deal that is imported, and a redesign that is held against the ledgers. */
    private void work(int port) throws IOException {
        var rep = new Http(port, "rep1", "demo");
        assertStatus(rep.post("/api/opportunities", Map.of("id", "WAIVED", "account", "Ada", "owner", "rep1")), 201);
        var asked = rep.post(
                "/api/opportunities/WAIVED/waivers",
                Map.of("items", List.of("agenda-agreed"), "reason", "They will not plan"));
        assertStatus(asked, 201);
        var waiver = asked.response().headers().firstValue("Location").orElseThrow();
        var inAMonth = LocalDate.now(ZoneId.systemDefault()).plusMonths(1).toString();
        assertStatus(
                new Http(port, "manager1", "demo")
                        .post(waiver, Map.of("decision", "granted", "reason", "It is small", "expiresOn", inAMonth)),
                200);
        var file = Files.writeString(folder.resolve("deals.csv"), """
                id,owner,account,stage,opened,closed,value
                IMPORTED-1,rep2,Harbour Tools,Engaging,2026-01-05,,9000
                IMPORTED-2,rep2,Mill and Sons,Won,2025-01-05,2025-03-05,7000
                """);
        assertStatus(new Http(port, "ops1", "demo").upload("/api/imports", file, MAPPING, null), 202);
        assertStatus(
                new Http(port, "owner1", "demo")
                        .multipart(
                                "/api/replays",
                                Map.of(),
                                Map.of("exit-criteria.dmn", Files.readString(Path.of("bpmn", "exit-criteria.dmn")))),
                202);
    }

    private static final String MAPPING = """
            {"columns": {"id": "id", "owner": "owner", "account": "account", "stage": "stage", "openedOn": "opened",
                         "closedOn": "closed", "value": "value"},
             "dateFormat": "yyyy-MM-dd", "currency": "USD", "roadmap": "target-to-close",
             "stages": {"Engaging": {"status": "open", "holds": ["time"]}, "Won": {"status": "won"}}}
            """;

    private static void assertStatus(Http.Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()::toString).isEqualTo(status);
    }

    /** Waits until each node has accepted some more conversations. */
    private void bothAccept(String when) {
        int firstHad = acceptedAt(first);
        int secondHad = acceptedAt(second);
        await(when)
                .failFast("a seller has stopped", () -> atWork.stream().anyMatch(Future::isDone))
                .until(() -> acceptedAt(first) >= firstHad + EACH && acceptedAt(second) >= secondHad + EACH);
    }

    private int acceptedAt(int port) {
        return sellers.stream().mapToInt(seller -> seller.acceptedAt(port)).sum();
    }

    private void assertNothingFailed() {
        await("the jobs").until(() -> count("act_ru_job where duedate_ is null or duedate_ < now()") == 0);
        assertThat(count("act_ru_job where retries_ = 0")).isZero();
        assertThat(count("act_ru_incident")).isZero();
        assertThat(count("t2c_import where status <> 'finished'")).isZero();
        assertThat(count("t2c_edition")).isEqualTo(count("act_re_deployment"));
        assertThat(count("t2c_opportunity o where o.status = 'open' and not exists"
                        + " (select 1 from act_ru_execution x where x.id_ = o.process_instance_id)"))
                .isZero();
    }

    private void assertEachConversationOnce() {
        var sent = sellers.stream().flatMap(it -> it.sent().stream()).toList();
        assertThat(sent).extracting(Sent::came).contains(Came.ACCEPTED, Came.REFUSED);
        assertThat(sent.stream().filter(it -> it.came() == Came.REFUSED))
                .allMatch(it -> it.items().equals(List.of("explore")) && it.status() == 422);
        var leader = new Http(first, "leader1", "demo");
        sent.stream().collect(Collectors.groupingBy(Sent::deal)).forEach((deal, conversations) -> {
            var ledger = leader.get("/api/opportunities/" + deal + "/ledger").body();
            assertThat(ledger.path("chainHolds").asBoolean())
                    .as(deal + ledger.path("findings"))
                    .isTrue();
            conversations.forEach(conversation -> assertOnce(conversation, ledger.path("entries")));
        });
    }

    private static void assertOnce(Sent conversation, JsonNode entries) {
        var items = StreamSupport.stream(entries.spliterator(), false)
                .filter(entry -> entry.path("contact").asText().equals(conversation.contact()))
                .map(entry -> entry.path("item").asText())
                .filter(item -> !item.isEmpty() && !item.equals("null"))
                .toList();
        switch (conversation.came()) {
            case ACCEPTED ->
                assertThat(items).as(conversation::toString).containsExactlyInAnyOrderElementsOf(conversation.items());
            case REFUSED -> assertThat(items).as(conversation::toString).isEmpty();
            case UNKNOWN ->
                assertThat(items)
                        .as(conversation::toString)
                        .doesNotHaveDuplicates()
                        .satisfiesAnyOf(
                                none -> assertThat(none).isEmpty(),
                                all -> assertThat(all).hasSameSizeAs(conversation.items()));
        }
    }

    /** The trust report, once it has read all. */
    private JsonNode figures() {
        var leader = new Http(first, "leader1", "demo");
        await("the reports").until(() -> count("t2c_opportunity where unreported = 1") == 0);
        var report = leader.get("/api/reports/trust").body();
        assertThat(report.at("/figures/process").isObject())
                .as(report::toString)
                .isTrue();
        assertThat(report.at("/figures/behind").asLong()).isZero();
        return ((ObjectNode) report.path("figures")).without(List.of("asOf"));
    }

    private long count(String what) {
        return sql.queryForObject("select count(*) from " + what, Long.class);
    }

    private static ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(100));
    }
}
