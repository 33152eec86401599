package com.targettoclose.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.targettoclose.verifier.design.Design;
import com.targettoclose.verifier.offer.Offers;
import com.targettoclose.verifier.rule.Finding;
import com.targettoclose.verifier.rule.Rules;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("a diagram from elsewhere gets a list of reasons, and never an exception")
class ForeignDiagramTests {

    private static final int ELEMENTS = 500;
    private static final int MUTILATED = 150;
    private static final long SEED = 20260326L;
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="elsewhere">
            """;

    static Stream<Arguments> foreign() {
        return Stream.of(
                Arguments.of("nothing at all", ""),
                Arguments.of("no XML", "Dear Sirs,"),
                Arguments.of("a web page", "<!DOCTYPE html><html><body>Hello</body></html>"),
                Arguments.of("an empty file of definitions", HEAD + "</definitions>"),
                Arguments.of("an empty process", HEAD + "<process id=\"stage-\"/></definitions>"),
                Arguments.of("a process without an id", HEAD + "<process isExecutable=\"true\"/></definitions>"),
                Arguments.of("pools, lanes and message flows", HEAD + """
                        <collaboration id="c"><participant id="a" name="We" processRef="p"/><participant id="b" name="They"/>
                        <messageFlow id="m" sourceRef="s" targetRef="b"/></collaboration>
                        <process id="p" isExecutable="true"><laneSet id="l"><lane id="l1"><flowNodeRef>s</flowNodeRef></lane></laneSet>
                        <sendTask id="s"/><eventBasedGateway id="g"/><intermediateCatchEvent id="i"><timerEventDefinition id="t"/></intermediateCatchEvent>
                        <adHocSubProcess id="ad"><scriptTask id="x"/></adHocSubProcess><transaction id="tr"/><dataObject id="do"/>
                        <sequenceFlow id="f" sourceRef="g" targetRef="i"/></process></definitions>"""),
                Arguments.of("a stage that calls itself", HEAD + """
                        <process id="stage-x"><callActivity id="c" calledElement="stage-x"/>
                        <sequenceFlow id="f" sourceRef="c" targetRef="c"/></process></definitions>"""),
                Arguments.of("a roadmap of nothing but a stage", HEAD + """
                        <process id="road"><callActivity id="c" calledElement="stage-x"/></process></definitions>"""),
                Arguments.of("events of every kind", HEAD + """
                        <process id="e"><startEvent id="s"><signalEventDefinition id="a"/></startEvent>
                        <endEvent id="n"><escalationEventDefinition id="b"/></endEvent>
                        <task id="k"/><boundaryEvent id="o" attachedToRef="k"><conditionalEventDefinition id="z">
                        <condition>true</condition></conditionalEventDefinition></boundaryEvent>
                        <endEvent id="m"><messageEventDefinition id="w"/></endEvent>
                        <endEvent id="r"><errorEventDefinition id="v"/></endEvent></process></definitions>"""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("foreign")
    void reasons(String what, String diagram) {
        assertThat(alone("foreign.bpmn", diagram))
                .isNotEmpty()
                .allMatch(it -> it.place().resource().equals("foreign.bpmn"));
        var amongOurs = Shipped.files();
        amongOurs.put("foreign.bpmn", diagram);
        assertThat(Shipped.check(amongOurs))
                .extracting(it -> it.place().resource())
                .contains("foreign.bpmn");
    }

    @Test
    @DisplayName("with " + ELEMENTS + " elements")
    void large() {
        var builder = Bpmn.createExecutableProcess("stage-large").startEvent();
        var node = builder.userTask("first");
        for (int i = 0; i < ELEMENTS / 2; i++) {
            node = node.userTask("task" + i);
        }
        var diagram = Bpmn.convertToString(node.endEvent().done());
        assertThat(alone("stage-large.bpmn", diagram)).hasSizeGreaterThan(ELEMENTS / 2);
    }

    @Test
    @DisplayName("however it was mutilated")
    void mutilated() {
        var random = new Random(SEED);
        var shipped = List.copyOf(Shipped.files().entrySet());
        for (int i = 0; i < MUTILATED; i++) {
            var file = shipped.get(random.nextInt(shipped.size()));
            var files = bytes(Shipped.files());
            files.put(file.getKey(), mutilate(file.getValue().getBytes(StandardCharsets.UTF_8), random));
            assertThatCode(() -> check(Shipped.design(Shipped.files()).of(files)))
                    .as("seed %d, %s, number %d", SEED, file.getKey(), i)
                    .doesNotThrowAnyException();
        }
    }

    private static byte[] mutilate(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length);
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, from);
            case 1 -> without(bytes, from, Math.min(bytes.length, from + 1 + random.nextInt(400)));
            case 2 -> lineLess(new String(bytes, StandardCharsets.UTF_8), random);
            default -> {
                var flipped = bytes.clone();
                flipped[from] ^= (byte) (1 << random.nextInt(8));
                yield flipped;
            }
        };
    }

    private static byte[] without(byte[] bytes, int from, int to) {
        var left = Arrays.copyOf(bytes, bytes.length - (to - from));
        System.arraycopy(bytes, to, left, from, bytes.length - to);
        return left;
    }

    /** What stays readable more often: whole lines are missing. */
    private static byte[] lineLess(String text, Random random) {
        var lines = new ArrayList<>(text.lines().toList());
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            lines.remove(random.nextInt(lines.size()));
        }
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> bytes(Map<String, String> files) {
        Map<String, byte[]> bytes = new TreeMap<>();
        files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }

    private static List<Finding> alone(String name, String content) {
        return check(Design.read(Map.of(name, content.getBytes(StandardCharsets.UTF_8))));
    }

    private static List<Finding> check(Design design) {
        Offers.of(design);
        return Rules.check(design);
    }
}
