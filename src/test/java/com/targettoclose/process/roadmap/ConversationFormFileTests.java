package com.targettoclose.process.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.targettoclose.conversation.Conversation;
import com.targettoclose.conversation.Item;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The shipped forms of conversations look and behave alike, and ask exactly what their diagram says. */
class ConversationFormFileTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A shipped conversation, its form's name, and the form. */
    private record Shipped(Conversation conversation, String name, JsonNode form) {}

    @TestFactory
    Stream<DynamicTest> everyFormHasTheSameParts() {
        return shipped()
                .map(it -> DynamicTest.dynamicTest(
                        it.name(),
                        () -> assertThat(parts(it.form())).containsExactlyElementsOf(expected(it.conversation()))));
    }

    @TestFactory
    Stream<DynamicTest> whatIsTheSameInAllOfThemReadsTheSame() {
        var first = shipped().findFirst().orElseThrow();
        return shipped()
                .map(it -> DynamicTest.dynamicTest(
                        it.name(), () -> assertThat(common(it.form())).isEqualTo(common(first.form()))));
    }

    @TestFactory
    Stream<DynamicTest> everyQuestionIsOneAndShowsWhatHelpsAndWhatDoesNot() {
        return shipped().flatMap(it -> all(it.form()).stream().flatMap(part -> question(it.name(), part)));
    }

    private static Stream<DynamicTest> question(String form, JsonNode part) {
        var key = part.path("key").asText();
        if (key.endsWith("State")) {
            return Stream.of(DynamicTest.dynamicTest(
                    form + ", " + key,
                    () -> assertThat(part.path("label").asText()).endsWith("?")));
        }
        if (key.endsWith("Words")) {
            return Stream.of(DynamicTest.dynamicTest(
                    form + ", " + key,
                    () -> assertThat(part.path("description").asText())
                            .matches("For example: “.{20,}” Too thin: “.{5,40}”")));
        }
        return Stream.empty();
    }

    private static List<String> expected(Conversation conversation) {
        List<String> parts = new ArrayList<>(List.of(
                "text Plan_Links hide: =planLinks = null",
                "text Plan_Attempt hide: =planAttempt = null or planAttempt = \"\"",
                "text Plan_Purpose hide: =planPurpose = null",
                "text Plan_ValueForClient hide: =planValueForClient = null",
                "text Plan_Owed hide: =planOwed = null or planOwed = \"\"",
                "text Plan_Lapsing hide: =planLapsing = null or planLapsing = \"\"",
                "table Plan_Known hide: =anythingKnown != true",
                "text Plan_Notes hide: =planNotes = null or planNotes = \"\"",
                "separator Separator_Plan",
                "textfield Field_Contact contact",
                "datetime Field_HeldOn heldOn",
                "radio Field_Channel channel",
                "text Heading_Outcomes"));
        conversation.outcomes().forEach(item -> parts.addAll(expected(item)));
        parts.add("text Heading_Commitment");
        parts.addAll(expected(Objects.requireNonNull(conversation.commitment())));
        parts.add("datetime Field_NextStepOn nextStepOn");
        return parts;
    }

    private static List<String> expected(Item item) {
        var field = item.fieldPrefix();
        var id = Character.toUpperCase(field.charAt(0)) + field.substring(1);
        var held = field + "Held = true";
        var gained = " hide: =" + held + " or " + field + "State != \"gained\"";
        return List.of(
                "text Held_" + id + " hide: =" + field + "Held != true",
                "group Group_" + id + " hide: =" + held,
                "text Optional_" + id + " hide: =" + field + "Optional != true",
                "radio Field_" + id + "State " + field + "State hide: =" + held,
                "textarea Field_" + id + "Words " + field + "Words hide: =" + held + " or " + field + "State = null",
                "select Field_" + id + "Proof " + field + "Proof" + gained,
                "textfield Field_" + id + "Link " + field + "Link" + gained + " or " + field + "Proof = null");
    }

    private static List<String> parts(JsonNode form) {
        return all(form).stream()
                .map(part -> {
                    var hide = part.at("/conditional/hide").asText();
                    return (part.path("type").asText() + " " + part.path("id").asText() + " "
                                    + part.path("key").asText() + (hide.isEmpty() ? "" : " hide: " + hide))
                            .replaceAll(" +", " ")
                            .strip();
                })
                .toList();
    }

    /** Labels, texts and choices that do not depend on the conversation. */
    private static List<String> common(JsonNode form) {
        return all(form).stream()
                .filter(part ->
                        part.path("id").asText().matches("Plan_.*|Heading_.*|Field_(Contact|HeldOn|Channel|Next.*)"))
                .map(part -> part.deepCopy().toString().replaceAll("\"row\":\"Row_\\d+\"", ""))
                .toList();
    }

    private static List<JsonNode> all(JsonNode within) {
        List<JsonNode> all = new ArrayList<>();
        within.path("components").forEach(part -> {
            all.add(part);
            all.addAll(all(part));
        });
        return all;
    }

    private static Stream<Shipped> shipped() {
        var stages = Objects.requireNonNull(new File("bpmn").listFiles((folder, name) -> name.startsWith("stage-")));
        return Stream.of(stages)
                .sorted()
                .flatMap(stage -> Bpmn.readModelFromFile(stage).getModelElementsByType(UserTask.class).stream())
                .filter(Diagrams::isConversation)
                .map(task -> new Shipped(
                        Diagrams.conversation(task), task.getCamundaFormRef(), form(task.getCamundaFormRef())));
    }

    private static JsonNode form(String name) {
        try {
            var form = JSON.readTree(new File("forms/" + name + ".form"));
            assertThat(form.path("id").asText()).isEqualTo(name);
            return form;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
