package com.targettoclose.crmimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.targettoclose.crmimport.Imports.Result.Received;
import com.targettoclose.process.people.Group;
import com.targettoclose.report.facts.KeepFacts;
import com.targettoclose.testing.Http;
import com.targettoclose.testing.OnH2;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** The report on the export of a real CRM, against the file itself, counted by this test: where it is at hand. */
@OnH2
@DirtiesContext
class TrustBaselineTests {

    @LocalServerPort
    int port;

    @Autowired
    Imports imports;

    @Autowired
    ImportWorker worker;

    @Autowired
    KeepFacts facts;

    @Autowired
    IdentityService identities;

    @Test
    void theBaselineIsWhatTheFileSays() throws IOException {
        assumeTrue(Files.exists(CrmFiles.EXPORT), "The CRM export is not at " + CrmFiles.EXPORT + ": skipped.");
        var teams = Files.readString(CrmFiles.EXPORT.resolve("sales_teams.csv"));
        assertThat(imports.receive(CrmFiles.export(teams), "olga")).isInstanceOf(Received.class);
        worker.work(() -> true);
        facts.catchUp(Integer.MAX_VALUE);
        var answer = leader().get("/api/reports/trust").body();
        var before = answer.path("figures").path("before");
        assertThat(before.path("won").asLong()).isEqualTo(4_238);
        assertThat(before.path("lost").asLong()).isEqualTo(2_473);
        var rate = before.path("winRate");
        assertThat(rate.path("of").asLong()).isEqualTo(6_711);
        assertThat(rate.path("share").asDouble()).isCloseTo(0.6315, within(0.00005));
        assertThat(rate.path("interval").path("lower").asDouble()).isCloseTo(0.6199, within(0.00005));
        assertThat(rate.path("interval").path("upper").asDouble()).isCloseTo(0.6430, within(0.00005));
        assertThat(answer.path("figures").path("process").path("open").asLong()).isEqualTo(2_089);
        assertThat(answer.path("figures").path("process").path("won").asLong()).isZero();

        var managers = managers(teams);
        assertThat(counted(answer.path("figures").path("products"))).isEqualTo(counted(row -> row[2]));
        assertThat(counted(answer.path("teams")))
                .isEqualTo(counted(
                        row -> managers.get(row[1]).toLowerCase(Locale.ROOT).replace(' ', '.')));
    }

    /** Won and lost by group, as the answer says it. */
    private static Map<String, String> counted(JsonNode groups) {
        return StreamSupport.stream(groups.spliterator(), false)
                .collect(Collectors.toMap(group -> group.path("group").asText(), group -> {
                    var before = group.path("before");
                    return before.path("won").asLong() + " "
                            + before.path("lost").asLong();
                }));
    }

    /** Won and lost by group, as the file says it. */
    private static Map<String, String> counted(Function<String[], String> group) throws IOException {
        Map<String, long[]> counts = new HashMap<>();
        rows("sales_pipeline.csv").forEach(row -> {
            var count = counts.computeIfAbsent(group.apply(row), any -> new long[2]);
            count[0] += row[4].equals("Won") ? 1 : 0;
            count[1] += row[4].equals("Lost") ? 1 : 0;
        });
        return counts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue()[0] + " " + it.getValue()[1]));
    }

    private static Map<String, String> managers(String teams) {
        return teams.lines()
                .skip(1)
                .map(line -> line.split(","))
                .collect(Collectors.toMap(row -> row[0], row -> row[1]));
    }

    private static Stream<String[]> rows(String file) throws IOException {
        return Files.readAllLines(CrmFiles.EXPORT.resolve(file)).stream()
                .skip(1)
                .map(line -> line.split(",", -1));
    }

    private Http leader() {
        var user = identities.newUser("lydia");
        user.setPassword("Only4Tests-lydia");
        identities.saveUser(user);
        identities.createMembership("lydia", Group.LEADER.id());
        return new Http(port, "lydia", "Only4Tests-lydia");
    }
}
