package com.targettoclose.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.targettoclose.testing.Http;
import com.targettoclose.testing.Node;
import com.targettoclose.testing.TestDatabase.Postgres;
import com.targettoclose.verifier.Edit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A node is killed while it moves deals; the next one goes on. They tell the time by themselves: nothing here hangs on it. */
@DisplayName("a node that is killed while it moves open deals")
class KilledMoveTests {

    private static final int DEALS = 40;
    private static final String STAGE = "stage-target.bpmn";
    private static final String LEASE = "--t2c.reroute.lease=3s";

    @Test
    @DisplayName("leaves none lost, doubled or half moved: the next goes on where it stood")
    void killed() throws Exception {
        var database = Postgres.newDatabase();
        String move;
        List<String> deals;
        try (var first = Node.start(database, "killed-move", LEASE).awaitReady()) {
            deals = open(as(first, "rep1"));
            int edition = redesign(first);
            var asked = as(first, "owner1").post("/api/reroutes", Map.of("edition", edition, "ids", deals));
            assertThat(asked.status()).as(asked.body()::toString).isEqualTo(202);
            move = asked.response().headers().firstValue("Location").orElseThrow();
            await(first, move, view -> view.at("/progress/deals").asInt() > 3);
            first.kill();
        }
        try (var second = Node.start(database, "moves-on", LEASE).awaitReady()) {
            await(second, move, view -> view.path("status").asText().equals("finished"));
            var view = as(second, "owner1").get(move).body();
            assertThat(view.at("/progress/moved").asInt()).as(view::toString).isEqualTo(DEALS);
            for (var deal : deals) {
                movedOnce(as(second, "rep1"), deal);
            }
        }
    }

    private static void movedOnce(Http rep, String deal) {
        var ledger = rep.get("/api/opportunities/" + deal + "/ledger").body();
        assertThat(ledger.path("entries").findValuesAsText("kind").stream().filter("moved"::equals))
                .as(deal)
                .hasSize(1);
        assertThat(ledger.path("chainHolds").asBoolean())
                .as(ledger.path("findings")::toString)
                .isTrue();
        var open = rep.get("/api/opportunities/" + deal).body();
        assertThat(open.path("openConversations").findValuesAsText("name"))
                .as(deal)
                .singleElement()
                .asString()
                .startsWith("Earn the first meeting");
    }

    private static List<String> open(Http rep) {
        List<String> deals = new ArrayList<>();
        for (int n = 0; n < DEALS; n++) {
            var id = "MOVE-" + n;
            var answer = rep.post("/api/opportunities", Map.of("id", id, "account", "Client " + n, "owner", "rep1"));
            assertThat(answer.status()).as(answer.body()::toString).isEqualTo(201);
            deals.add(id);
        }
        return deals;
    }

    private static int redesign(Node node) {
        var files = new Edit()
                .replace(STAGE, "Earn the meeting", "Earn the first meeting")
                .files();
        var deployed = as(node, "owner1")
                .multipart(
                        "/engine-rest/deployment/create",
                        Map.of("deployment-name", "A redesign"),
                        Map.of(STAGE, files.get(STAGE)));
        assertThat(deployed.status()).as(deployed.body()::toString).isEqualTo(200);
        var leader = as(node, "leader1");
        int edition = leader.get("/api/editions?size=1")
                .body()
                .at("/content/0/number")
                .asInt();
        var committed = leader.post(
                "/api/editions/" + edition + "/commitment", Map.of("decision", "committed", "words", "We try it."));
        assertThat(committed.status()).as(committed.body()::toString).isEqualTo(200);
        return edition;
    }

    private static void await(Node node, String move, Predicate<JsonNode> until) {
        Awaitility.await(move)
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> until.test(as(node, "owner1").get(move).body()));
    }

    private static Http as(Node node, String user) {
        return new Http(node.port(), user, Person.PASSWORD);
    }
}
