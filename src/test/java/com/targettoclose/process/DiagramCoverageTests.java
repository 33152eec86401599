package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.testing.DiagramCoverage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * That the process tests, taken together, run through every flow node and every sequence flow of every diagram that ships.
 * Looks back on those of the same JVM, so it runs last and not alone: {@code -Dtest='*ProcessTests,DiagramCoverageTests'}.
 */
@Order(Integer.MAX_VALUE)
class DiagramCoverageTests {

    @ParameterizedTest(name = "every path of {0} has its test")
    @MethodSource("diagrams")
    void everyPathHasItsTest(String name, Resource diagram) throws IOException {
        try (InputStream in = diagram.getInputStream()) {
            var model = Bpmn.readModelFromStream(in);
            var process = model.getModelElementsByType(Process.class).iterator().next();
            var elements = Stream.concat(
                    model.getModelElementsByType(FlowNode.class).stream(),
                    model.getModelElementsByType(SequenceFlow.class).stream());
            assertThat(elements.map(FlowElement::getId))
                    .as("not run through by any process test of this JVM")
                    .filteredOn(id -> !DiagramCoverage.covers(process.getId(), id))
                    .isEmpty();
        }
    }

    static Stream<Object[]> diagrams() throws IOException {
        return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath:bpmn/*.bpmn"))
                .map(diagram -> new Object[] {diagram.getFilename(), diagram});
    }
}
