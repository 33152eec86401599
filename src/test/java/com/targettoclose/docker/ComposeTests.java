package com.targettoclose.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.unit.DataSize;
import org.yaml.snakeyaml.Yaml;

@DisplayName("the containers")
class ComposeTests {

    /** A name, a colon, and a version that has a number. */
    private static final String PINNED = "[a-z/-]+:(?!latest)[^:]*\\d+\\.\\d+[^:]*";

    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{?(\\w+)([^}\n]*)");

    private final ComposeFile compose = new ComposeFile();
    private final String proxy = ComposeFile.read("proxy/nginx.conf");

    @Test
    @DisplayName("are of images whose versions are named")
    void images() {
        var from = Pattern.compile("(?m)^FROM (\\S+)").matcher(ComposeFile.read("Dockerfile"));
        var images = Stream.concat(
                        compose.services().values().stream()
                                .map(service -> service.get("image").toString()),
                        from.results().map(line -> line.group(1)))
                .toList();
        assertThat(images).hasSize(8).allMatch(image -> image.matches(PINNED));
        assertThat(List.of("nginx", "nginx:latest", "nginx:stable")).noneMatch(image -> image.matches(PINNED));
    }

    @Test
    @DisplayName("run the version that the build makes")
    void version() {
        var pom = Pattern.compile("<artifactId>target-to-close</artifactId>\\s*<version>([^<]+)<");
        var version = pom.matcher(read(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        assertThat(List.of("node-1", "node-2"))
                .allSatisfy(node -> assertThat(compose.services().get(node).get("image"))
                        .isEqualTo("target-to-close:" + version.group(1)));
    }

    @Test
    @DisplayName("take no value from outside without saying what is missing")
    void variables() {
        var used = VARIABLE.matcher(compose.text()).results().toList();
        assertThat(used)
                .hasSizeGreaterThan(6)
                .allSatisfy(variable -> assertThat(variable.group(2)).startsWith(":?"));
        assertThat(used.stream().map(variable -> variable.group(1)))
                .contains("T2C_LEDGER_KEY", "SPRING_DATASOURCE_PASSWORD", "T2C_GRAFANA_PASSWORD", "T2C_CERTIFICATES");
    }

    @Test
    @DisplayName("are reached through the proxy alone")
    void ports() {
        compose.services()
                .forEach((name, service) ->
                        assertThat(service.containsKey("ports")).as(name).isEqualTo("proxy".equals(name)));
        assertThat(compose.services().get("proxy").get("ports")).isEqualTo(List.of("443:8443", "80:8080"));
        assertThat(proxy).contains("listen 8443 ssl default_server", "listen 8080 default_server");
    }

    @Test
    @DisplayName("have no rights to spare, an end to their memory, and time to stop")
    void rights() {
        assertThat(compose.services()).hasSize(6).allSatisfy((name, service) -> {
            assertThat(service).containsKeys("mem_limit", "stop_grace_period", "healthcheck", "restart");
            assertThat(service.get("cap_drop")).isEqualTo(List.of("ALL"));
            assertThat(service.get("security_opt")).isEqualTo(List.of("no-new-privileges:true"));
            assertThat(service).doesNotContainKeys("privileged", "cap_add");
            // Compose writes a secret from the environment into the container itself
            assertThat(service.containsKey("read_only")).isEqualTo(!service.containsKey("secrets"));
        });
    }

    @Test
    @DisplayName("of the application believe the proxy and nobody else")
    void believed() {
        var nodes = List.of("node-1", "node-2");
        assertThat(nodes).allSatisfy(node -> {
            Map<String, String> environment =
                    ComposeFile.map(compose.services().get(node).get("environment"));
            assertThat(environment).containsEntry("SPRING_PROFILES_ACTIVE", "production");
            assertThat(compose.address("proxy", "front")).matches(environment.get("T2C_PROXY"));
            assertThat(compose.address(node, "front")).doesNotMatch(environment.get("T2C_PROXY"));
            assertThat(proxy).contains("server " + compose.address(node, "front") + ":8080 max_fails");
        });
        assertThat(proxy).contains("http://" + compose.address("grafana", "watch") + ":3000");
    }

    @Test
    @DisplayName("are watched, every node of them")
    void watched() {
        Map<String, List<Map<String, Object>>> prometheus =
                new Yaml().load(ComposeFile.read("prometheus/prometheus.yaml"));
        var job = prometheus.get("scrape_configs").get(0);
        assertThat(job).containsEntry("metrics_path", "/actuator/prometheus");
        assertThat(job.get("static_configs").toString()).contains("node-1:8080", "node-2:8080");
        assertThat(ComposeFile.map(job.get("basic_auth"))).containsEntry("password_file", "/run/secrets/prometheus");
        assertThat(compose.services().get("prometheus").get("secrets")).isEqualTo(List.of("prometheus"));
        assertThat(prometheus.get("rule_files").toString()).isEqualTo("[alerts.yaml]");
    }

    @Test
    @DisplayName("take through the proxy what the application takes")
    void sizes() throws Exception {
        Map<String, Map<String, Map<String, Map<String, String>>>> settings =
                new Yaml().load(read(Path.of("src", "main", "resources", "application.yaml")));
        var largest = DataSize.parse(
                settings.get("spring").get("servlet").get("multipart").get("max-request-size"));
        var limits = Class.forName("com.targettoclose.security.LimitBodies");
        var deployed = (DataSize) ReflectionTestUtils.getField(limits, "MOST_DEPLOYED");
        var sizes = Pattern.compile("client_max_body_size (\\w+);").matcher(proxy);
        assertThat(sizes.results().map(size -> size.group(1)))
                .containsExactly(deployed.toMegabytes() + "m", largest.toMegabytes() + "m");
    }

    @Test
    @DisplayName("never send again what is not safe to repeat")
    void repeats() {
        assertThat(Pattern.compile("(?m)^\\s*proxy_next_upstream ([^;]+);")
                        .matcher(proxy)
                        .results())
                .singleElement()
                .satisfies(line -> assertThat(line.group(1)).isEqualTo("error timeout"));
    }

    private static String read(Path file) {
        return ComposeFile.read("../" + file);
    }
}
