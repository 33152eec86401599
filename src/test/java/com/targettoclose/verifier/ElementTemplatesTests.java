package com.targettoclose.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.targettoclose.verifier.rule.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("an element template")
class ElementTemplatesTests {

    private static final Path FOLDER = Path.of("bpmn/.camunda/element-templates");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The types of fields that Modeler's schema for Camunda 7 lets be bound to what. */
    private static final Map<String, Set<String>> TYPES = Map.of(
            "property", Set.of("String", "Text", "Hidden", "Dropdown", "Boolean"),
            "camunda:property", Set.of("String", "Hidden", "Dropdown"),
            "camunda:in:businessKey", Set.of("String", "Hidden", "Dropdown"));

    static Stream<Path> templates() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("templates")
    @DisplayName("has what Modeler asks of one: groups, labels, help texts, known types and bindings")
    void shape(Path file) {
        var template = read(file);
        assertThat(template.path("id").asText())
                .endsWith("." + file.getFileName().toString().replace(".json", ""));
        assertThat(template.path("name").asText()).isNotBlank();
        assertThat(template.path("description").asText()).isNotBlank();
        assertThat(template.path("appliesTo")).hasSize(1);
        var groups = new HashSet<>(template.path("groups").findValuesAsText("id"));
        for (var property : template.path("properties")) {
            var binding = property.at("/binding/type").asText();
            assertThat(TYPES).containsKey(binding);
            assertThat(TYPES.get(binding)).contains(property.path("type").asText());
            assertThat(binding.endsWith("property"))
                    .isEqualTo(property.at("/binding").has("name"));
            assertThat(property.path("type").asText().equals("Dropdown")).isEqualTo(property.has("choices"));
            if (property.path("type").asText().equals("Hidden")) {
                assertThat(property.path("value").asText()).isNotBlank();
            } else {
                assertThat(property.path("label").asText()).isNotBlank();
                assertThat(property.path("description").asText())
                        .as(property.path("label").asText())
                        .isNotBlank();
                assertThat(groups).contains(property.path("group").asText());
            }
        }
    }

    @Test
    @DisplayName("of a conversation takes what the shipped ones say, and refuses what the rules would")
    void values() {
        var conversation = read(FOLDER.resolve("conversation.json"));
        assertThat("time: The client will meet us").matches(pattern(conversation, "commitment"));
        assertThat("Time The client will meet us").doesNotMatch(pattern(conversation, "commitment"));
        assertThat("a-b: We know it; c: We know more").matches(pattern(conversation, "outcomes"));
        assertThat("We know it").doesNotMatch(pattern(conversation, "outcomes"));
        assertThat("soon").doesNotMatch(pattern(conversation, "targetDays"));
        var owed = read(FOLDER.resolve("owed.json"));
        assertThat("${owed.contains('UserTask_EarnTheMeeting')}").matches(pattern(owed, "conditionExpression"));
        assertThat("${true}").doesNotMatch(pattern(owed, "conditionExpression"));
    }

    @Test
    @DisplayName("writes what the rules accept: a conversation added with nothing but templates")
    void applied() {
        var task = FilledTemplate.conversation(
                "UserTask_New",
                Map.of(
                        "outcomes",
                        "fit-hypothesis: We can say why we may fit this client; value-for-client: We know what the client gains from meeting us",
                        "commitment",
                        "time: The client will meet us",
                        "camunda:formRef",
                        "new"));
        var condition = read(FOLDER.resolve("owed.json"))
                .path("properties")
                .get(1)
                .path("value")
                .asText();
        var stage = "stage-target.bpmn";
        var edited = new Edit()
                .add(
                        "new.form",
                        Shipped.files()
                                .get("earn-the-meeting.form")
                                .replace("\"id\": \"earn-the-meeting\"", "\"id\": \"new\""))
                .node(stage, "UserTask_EarnTheMeeting", task, "UserTask_New")
                .flow(
                        stage,
                        "Flow_ToNew",
                        "Gateway_StillOwed",
                        "UserTask_New",
                        condition.replace("UserTask_", "UserTask_New"))
                .flow(stage, "Flow_FromNew", "UserTask_New", "Gateway_AtTheGate", "");
        assertThat(Shipped.check(edited.files()).stream().filter(it -> it.severity() == Severity.ERROR))
                .isEmpty();
    }

    private static String pattern(JsonNode template, String name) {
        return StreamSupport.stream(template.path("properties").spliterator(), false)
                .filter(it -> it.at("/binding/name").asText().equals(name))
                .map(it -> it.at("/constraints/pattern/value").asText())
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
