package com.targettoclose.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the alerts")
class AlertsTests {

    private static final Path PROMTOOL = Path.of("/usr/bin/promtool");

    @Test
    @DisplayName("each have a test of when they come")
    void tested() {
        var alerts = names("(?m)^\\s+- alert: (\\w+)", "prometheus/alerts.yaml");
        assertThat(alerts).hasSizeGreaterThan(10);
        assertThat(names("alertname: (\\w+)", "prometheus/alerts-tests.yaml")).containsAll(alerts);
    }

    @Test
    @DisplayName("come when they should, and only then, as Prometheus's own tool reckons")
    void come() throws Exception {
        assumeTrue(Files.exists(PROMTOOL), "Prometheus is not here: apt-get install prometheus");
        var tests = ComposeFile.DOCKER.resolve("prometheus/alerts-tests.yaml").toString();
        var promtool = new ProcessBuilder(PROMTOOL.toString(), "test", "rules", tests)
                .redirectErrorStream(true)
                .start();
        var said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(promtool.waitFor()).as(said).isZero();
    }

    private static List<String> names(String pattern, String file) {
        return Pattern.compile(pattern)
                .matcher(ComposeFile.read(file))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }
}
