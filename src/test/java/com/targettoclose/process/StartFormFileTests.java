package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What people start themselves: each form asks in plain questions, alike in all of them, and its diagram can be drawn. */
class StartFormFileTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> ASKING =
            Set.of("textfield", "textarea", "select", "taglist", "radio", "checklist");
    private static final Set<String> WORDS_OF_THE_ENGINE =
            Set.of("instance", "variable", "task", "assignee", "definition", "gateway");

    /** A diagram that starts with a form, and the form. */
    private record Shipped(String name, BpmnModelInstance diagram, JsonNode form) {}

    @TestFactory
    Stream<DynamicTest> beginsWithAHeadingThatSaysWhatForInTwoSentencesAtMost() {
        return each(it -> {
            var heading = it.form().at("/components/0");
            assertThat(heading.path("type").asText()).isEqualTo("text");
            assertThat(heading.path("text").asText()).matches("## [A-Z][^\\n]{3,40}\\n\\n[^\\n]{30,220}");
        });
    }

    @TestFactory
    Stream<DynamicTest> everyFieldIsNamedAfterWhatItSendsSoThatAFaultCanBeSaidThere() {
        return each(it -> assertThat(all(it.form()).stream().filter(part -> part.has("key")))
                .isNotEmpty()
                .allSatisfy(part -> {
                    var key = part.path("key").asText();
                    assertThat(part.path("id").asText())
                            .isEqualTo("Field_" + key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1));
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyFieldIsLabelledInWordsOfThoseWhoSell() {
        return each(it -> assertThat(all(it.form()).stream().filter(part -> part.has("key")))
                .allSatisfy(part -> {
                    var label = part.path(part.has("dateLabel") ? "dateLabel" : "label")
                            .asText();
                    assertThat(label).hasSizeBetween(4, 90).matches("[A-Z].*");
                    assertThat(label.toLowerCase(Locale.ROOT).split("\\W+"))
                            .doesNotContainAnyElementsOf(WORDS_OF_THE_ENGINE);
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatAsksForWordsShowsAnExample() {
        return each(it -> assertThat(all(it.form()).stream()
                        .filter(part -> "textarea".equals(part.path("type").asText()))
                        .filter(part -> !part.path("key").asText().matches("words[2-9]")))
                .allSatisfy(
                        part -> assertThat(part.path("description").asText()).startsWith("For example: ")));
    }

    @TestFactory
    Stream<DynamicTest> theDealComesFirstAndNothingElseIsAskedBefore() {
        return each(it -> {
            var first = all(it.form()).stream()
                    .filter(part -> ASKING.contains(part.path("type").asText()))
                    .findFirst()
                    .orElseThrow()
                    .path("key")
                    .asText();
            assertThat(first).isIn("opportunity", "opportunities", "account", "from");
        });
    }

    @TestFactory
    Stream<DynamicTest> theDiagramIsNamedAfterItsFileAndEverythingInItIsNamedAndDrawn() {
        return each(it -> {
            var process = it.diagram()
                    .getModelElementsByType(Process.class)
                    .iterator()
                    .next();
            assertThat(process.getId()).isEqualTo(it.name());
            assertThat(process.getName()).hasSizeBetween(5, 40);
            var nodes = it.diagram().getModelElementsByType(FlowNode.class);
            assertThat(nodes.stream().filter(node -> !merges(node)))
                    .allSatisfy(
                            node -> assertThat(node.getName()).as(node.getId()).isNotBlank());
            assertThat(drawn(it.diagram()))
                    .containsAll(nodes.stream().map(BaseElement::getId).toList())
                    .containsAll(it.diagram().getModelElementsByType(SequenceFlow.class).stream()
                            .map(BaseElement::getId)
                            .toList());
        });
    }

    /** Where ways come together there is nothing to name. */
    private static boolean merges(FlowNode node) {
        return node instanceof Gateway && node.getOutgoing().size() == 1;
    }

    private static Set<String> drawn(BpmnModelInstance diagram) {
        return Stream.concat(
                        diagram.getModelElementsByType(BpmnShape.class).stream().map(BpmnShape::getBpmnElement),
                        diagram.getModelElementsByType(BpmnEdge.class).stream().map(BpmnEdge::getBpmnElement))
                .filter(Objects::nonNull)
                .map(BaseElement::getId)
                .collect(Collectors.toSet());
    }

    private static List<JsonNode> all(JsonNode within) {
        List<JsonNode> all = new ArrayList<>();
        within.path("components").forEach(part -> {
            all.add(part);
            all.addAll(all(part));
        });
        return all;
    }

    private static Stream<DynamicTest> each(Consumer<Shipped> check) {
        var shipped = Stream.of(
                        Objects.requireNonNull(new File("bpmn").listFiles((folder, name) -> name.endsWith(".bpmn"))))
                .sorted()
                .map(StartFormFileTests::shipped)
                .flatMap(List::stream)
                .toList();
        assertThat(shipped).hasSizeGreaterThanOrEqualTo(9);
        return shipped.stream().map(it -> DynamicTest.dynamicTest(it.name(), () -> check.accept(it)));
    }

    private static List<Shipped> shipped(File file) {
        var diagram = Bpmn.readModelFromFile(file);
        var name = file.getName().replace(".bpmn", "");
        return diagram.getModelElementsByType(StartEvent.class).stream()
                .map(StartEvent::getCamundaFormRef)
                .filter(Objects::nonNull)
                .map(form -> new Shipped(name, diagram, form(form)))
                .toList();
    }

    private static JsonNode form(String name) {
        try {
            return JSON.readTree(new File("forms/" + name + ".form"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
