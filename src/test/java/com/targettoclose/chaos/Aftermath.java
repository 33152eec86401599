package com.targettoclose.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.process.people.Group;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** What a sales force finds once everything runs again, over HTTP alone. */
final class Aftermath {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);
    private static final String LEADER = "leader";
    private static final String OPERATIONS = "operations";

    private final SalesForce force;

    private Aftermath(SalesForce force) {
        this.force = force;
    }

    /** Takes every deal to its end; fails where one is stuck, a job stays failed, or a ledger does not hold. */
    static void assertEverythingGoesOn(SalesForce force) throws Exception {
        force.rest();
        force.hire(LEADER, Group.LEADER);
        force.hire(OPERATIONS, Group.OPERATIONS);
        var after = new Aftermath(force);
        int retried = after.retryFailedJobs();
        assertThat(force.finish()).as("stuck").isEmpty();
        after.awaitJobs();
        retried += after.retryFailedJobs();
        after.awaitJobs();
        System.out.println(retried + " jobs had failed and were retried");
        assertThat(after.brokenChains()).as("chains that do not hold").isEmpty();
    }

    private int retryFailedJobs() {
        var operations = force.as(OPERATIONS);
        int retried = 0;
        for (var job : operations.get("/engine-rest/job?noRetriesLeft=true").body()) {
            var path = "/engine-rest/job/" + job.path("id").asText() + "/retries";
            assertThat(operations.put(path, Map.of("retries", 1)).status()).isEqualTo(204);
            retried++;
        }
        return retried;
    }

    private void awaitJobs() {
        var operations = force.as(OPERATIONS);
        Awaitility.await("every job that is due")
                .atMost(LONG_ENOUGH)
                .until(() -> operations
                                .get("/engine-rest/job/count?executable=true")
                                .body()
                                .path("count")
                                .asInt(-1)
                        == 0);
    }

    private List<String> brokenChains() {
        var leader = force.as(LEADER);
        return force.journal().stream()
                .filter(Attempt::opened)
                .map(Attempt::deal)
                .filter(deal -> !holds(leader.get("/api/opportunities/" + deal + "/ledger")))
                .toList();
    }

    /** A deal whose opening was never answered may not be there. */
    private static boolean holds(Client.Reply ledger) {
        return ledger.status() == 404 || ledger.body().path("chainHolds").asBoolean();
    }
}
