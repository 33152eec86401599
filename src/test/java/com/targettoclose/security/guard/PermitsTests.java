package com.targettoclose.security.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.process.people.Group;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

class PermitsTests {

    private static final String ENGINE = "org.camunda.bpm.";
    private static final Path NOBODY = Path.of("src/test/resources/guard/commands-nobody-may-run.txt");

    @Test
    void everyCommandOfTheEngineIsPermittedOrKnownToBeRefused() throws IOException, ClassNotFoundException {
        Set<String> refused = new TreeSet<>();
        Set<String> permitted = new TreeSet<>();
        for (var name : commands()) {
            var command = Class.forName(name, false, getClass().getClassLoader());
            (Permits.of(command).isPresent() ? permitted : refused).add(name.substring(ENGINE.length()));
        }
        var known = Files.readAllLines(NOBODY).stream()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(refused).isEqualTo(known);
        assertThat(permitted)
                .hasSizeGreaterThan(100)
                .noneMatch(name -> name.contains("Variables") && !name.startsWith("engine.impl.cmd.Get"));
    }

    @Test
    void everyRowPermitsCommandsOfTheEngine() {
        assertThat(Permits.TABLE).allSatisfy(row -> {
            assertThat(row.commands()).isNotEmpty().allMatch(Command.class::isAssignableFrom);
            assertThat(row.groups()).isNotEmpty();
        });
        var commands =
                Permits.TABLE.stream().flatMap(row -> row.commands().stream()).toList();
        assertThat(commands).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void noGroupMovesADealByHand(Group group) {
        assertThat(Permits.of(ModifyProcessInstanceCmd.class)).isEmpty();
        assertThat(Permits.of(CompleteTaskCmd.class)).isEmpty();
        assertThat(Permits.of(SetJobDuedateCmd.class)).isEmpty();
        assertThat(may(group, SubmitTaskFormCmd.class)).isTrue();
        assertThat(may(group, DeployCmd.class)).isEqualTo(group == Group.PROCESS_OWNER);
        assertThat(may(group, SetJobRetriesCmd.class)).isEqualTo(group == Group.OPERATIONS);
    }

    @Test
    void aRefusalSaysWhatToDoInstead() {
        assertThat(Rejections.ofCommand(CompleteTaskCmd.class))
                .isEqualTo("Nobody may do this by hand (complete task). Record it with its form: open the task and"
                        + " complete it there.");
        assertThat(Rejections.ofCommand(ModifyProcessInstanceCmd.class))
                .endsWith("An opportunity moves by what its ledger holds, and by nothing else.");
        assertThat(Rejections.ofGroup(Permits.of(DeployCmd.class).orElseThrow()))
                .isEqualTo("To deploy is for: process-owner.");
    }

    private static boolean may(Group group, Class<?> command) {
        return Permits.of(command).orElseThrow().isFor(List.of("some-other-group", group.id()));
    }

    private static List<String> commands() {
        var search = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                return !definition.getMetadata().isAbstract()
                        && !definition.getMetadata().isInterface();
            }
        };
        search.addIncludeFilter(new AssignableTypeFilter(Command.class));
        return search.findCandidateComponents("org.camunda").stream()
                .map(definition -> definition.getBeanClassName())
                .toList();
    }
}
