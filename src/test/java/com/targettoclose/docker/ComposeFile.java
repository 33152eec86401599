package com.targettoclose.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** {@code docker/compose.yaml}, read. */
final class ComposeFile {

    static final Path DOCKER = Path.of("docker");

    private final String text = read("compose.yaml");
    private final Map<String, Object> root = new Yaml().load(text);

    String text() {
        return text;
    }

    /** By name, what is set of each. */
    Map<String, Map<String, Object>> services() {
        return map(root.get("services"));
    }

    /** The fixed address of a service in a network. */
    String address(String service, String network) {
        Map<String, Map<String, String>> networks = map(services().get(service).get("networks"));
        return networks.get(network).get("ipv4_address");
    }

    static String read(String file) {
        try {
            return Files.readString(DOCKER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    static <T> Map<String, T> map(Object of) {
        return (Map<String, T>) of;
    }
}
