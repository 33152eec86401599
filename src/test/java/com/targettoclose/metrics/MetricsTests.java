package com.targettoclose.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.targettoclose.process.people.Group;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.Http;
import com.targettoclose.testing.OnH2;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;

@OnH2
@DisplayName("what operations watch")
class MetricsTests {

    private static final String WATCHER = "otto";
    private static final Path ALERTS = Path.of("docker", "prometheus", "alerts.yaml");
    private static final Path DASHBOARD = Path.of("docker", "grafana", "dashboards", "target-to-close.json");
    private static final Pattern METRIC = Pattern.compile("\\b(t2c|hikaricp|http_server|jvm)_[a-z_]+");

    @Autowired
    Deals deals;

    @Autowired
    IdentityService identities;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @LocalServerPort
    int port;

    private Http watcher;

    @BeforeEach
    void signIn() {
        deals.user(WATCHER);
        if (identities.createGroupQuery().groupMember(WATCHER).count() == 1) {
            identities.createMembership(WATCHER, Group.OPERATIONS.id());
        }
        watcher = new Http(port, WATCHER, "Only4Tests-" + WATCHER);
    }

    @Test
    @DisplayName("counts a conversation, what its gate decided, and what was refused")
    void counts() {
        var deal = deals.open();
        var gate = "t2c_gate_decisions_total{outcome=\"owed-here\",stage=\"target\"}";
        var refused = "t2c_attempts_total{door=\"api\",outcome=\"refused\"}";
        double conversations = value("t2c_conversations_total");
        double decisions = value(gate);
        double refusals = value(refused);
        deal.notYet("UserTask_EarnTheMeeting", "time");
        var rep = new Http(port, Deals.REP, "Only4Tests-" + Deals.REP);
        assertThat(rep.post("/api/opportunities/" + deal.id() + "/conversations", Map.of())
                        .status())
                .isEqualTo(422);
        assertThat(value("t2c_conversations_total")).isEqualTo(conversations + 1);
        assertThat(value(gate)).isEqualTo(decisions + 1);
        assertThat(value(refused)).isEqualTo(refusals + 1);
    }

    @Test
    @DisplayName("says how many deals are open and how far the reports are behind")
    void reads() {
        double open = value("t2c_opportunities_open");
        double behind = value("t2c_reports_behind");
        deals.open();
        assertThat(value("t2c_opportunities_open")).isEqualTo(open + 1);
        assertThat(value("t2c_reports_behind")).isEqualTo(behind + 1);
        assertThat(value("t2c_imports{state=\"failed\"}")).isNotNegative();
    }

    @Test
    @DisplayName("is what the alerts that ship ask for, and each of them has its place in the runbook")
    void alerts() throws Exception {
        deals.open();
        scrape();
        var scraped = scrape();
        Map<String, List<Map<String, List<Map<String, Object>>>>> file = new Yaml().load(Files.readString(ALERTS));
        var rules = file.get("groups").get(0).get("rules");
        assertThat(rules).hasSizeGreaterThan(7);
        var runbook = Files.readString(Path.of("docs", "runbook.md"));
        for (var rule : rules) {
            assertThat(asked(rule.get("expr").toString()))
                    .as(rule.toString())
                    .allSatisfy(metric -> assertThat(scraped).contains("\n" + metric));
            assertThat(runbook).contains("### " + rule.get("alert"));
        }
    }

    @Test
    @DisplayName("is what the dashboard that ships shows")
    void dashboard() throws Exception {
        deals.open().notYet("UserTask_EarnTheMeeting", "time");
        var rep = new Http(port, Deals.REP, "Only4Tests-" + Deals.REP);
        assertThat(rep.post("/api/opportunities", Map.of()).status()).isEqualTo(422);
        scrape();
        var scraped = scrape();
        Set<String> shown = new TreeSet<>();
        for (var query : new ObjectMapper().readTree(DASHBOARD.toFile()).findValuesAsText("expr")) {
            var asked = asked(query);
            shown.addAll(asked);
            assertThat(asked)
                    .as(query)
                    .allSatisfy(metric -> assertThat(scraped).containsPattern("\n" + metric + "[{ ]"));
            assertThat(asked.isEmpty()).as(query).isEqualTo(query.contains("up{") || query.contains("ALERTS{"));
        }
        var ours = scraped.lines()
                .filter(line -> line.startsWith("t2c_"))
                .map(line -> line.split("[{ ]")[0])
                .collect(Collectors.toSet());
        assertThat(shown).containsAll(ours);
    }

    private static List<String> asked(String query) {
        return METRIC.matcher(query).results().map(MatchResult::group).toList();
    }

    @Test
    @DisplayName("is read by a user that an administrator makes as the page on production says")
    void scraper() throws Exception {
        var page = Files.readString(Path.of("docs", "production.md"));
        var call = Pattern.compile("/engine-rest/user/create -H '[^']*' \\\\\\s*-d '([^']*)'")
                .matcher(page);
        assertThat(call.find()).isTrue();
        var member = "/engine-rest/group/" + Group.OPERATIONS.id() + "/members/prometheus";
        assertThat(page).contains("-X PUT https://HOST" + member);
        deals.user("amanda", Group.ADMIN);
        var admin = deals.http(port, "amanda");
        var password = "Only4Tests-scraper";
        var body = call.group(1).replace("T2C_PROMETHEUS_PASSWORD", password);
        try {
            assertThat(admin.postText("/engine-rest/user/create", body).status())
                    .isEqualTo(204);
            var prometheus = new Http(port, "prometheus", password);
            assertThat(prometheus.get("/actuator/prometheus").status()).isEqualTo(403);
            assertThat(admin.put(member, Map.of()).status()).isEqualTo(204);
            assertThat(prometheus.get("/actuator/prometheus").status()).isEqualTo(200);
        } finally {
            identities.deleteUser("prometheus");
        }
    }

    @Test
    @DisplayName("names the deal in what the engine logs, in production as one JSON object a line")
    void logs() throws Exception {
        assertThat(engine.getLoggingContextBusinessKey()).isEqualTo("opportunity");
        Map<String, Map<String, Map<String, Map<String, String>>>> production =
                new Yaml().load(new ClassPathResource("application-production.yaml").getInputStream());
        assertThat(production.get("logging").get("structured").get("format").get("console"))
                .isEqualTo("${T2C_LOG_FORMAT:ecs}");
    }

    private String scrape() {
        var answer = watcher.get("/actuator/prometheus").response();
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** Of one line; nothing where it was never counted. */
    private double value(String line) {
        return scrape().lines()
                .filter(it -> it.startsWith(line + " "))
                .mapToDouble(it -> Double.parseDouble(it.substring(line.length() + 1)))
                .sum();
    }
}
