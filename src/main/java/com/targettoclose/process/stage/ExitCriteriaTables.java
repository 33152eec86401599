package com.targettoclose.process.stage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.targettoclose.conversation.Choice;
import com.targettoclose.gate.ProofNeeded;
import com.targettoclose.gate.Requirement;
import com.targettoclose.gate.StageCriteria;
import com.targettoclose.gate.WaivableBy;
import com.targettoclose.opportunity.DealType;
import com.targettoclose.opportunity.Terms;
import com.targettoclose.process.AsTheApplication;
import com.targettoclose.process.Contract;
import com.targettoclose.process.roadmap.Roadmap;
import com.targettoclose.process.roadmap.Roadmap.Stage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/**
 * Reads exit criteria from the decision table. In force for an opportunity is the table of its roadmap's deployment, or
 * a newer one that was deployed without a roadmap beside it: a repair from before there were editions. Evaluated by the DMN engine itself, because the
 * decision service would write history for every look; the engine parses every FEEL cell anew at each evaluation, so the
 * answers are remembered.
 */
@Service
public class ExitCriteriaTables {

    /** What the table is told where the value is unknown: it counts as the highest. */
    public static final double UNKNOWN_VALUE = 1e18;

    private static final int REMEMBERED = 10_000;

    private final ProcessEngine engine;
    private final Map<String, DmnDecision> decisions = new ConcurrentHashMap<>();
    private final Cache<Question, StageCriteria> criteria =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Cache<Asked, DecisionDefinition> tables =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Map<String, Boolean> repairs = new ConcurrentHashMap<>();

    ExitCriteriaTables(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    /**
     * The exit criteria of these stages for an opportunity with these terms, in the stages' order.
     *
     * @throws BrokenExitCriteria where there is no table, or it cannot be evaluated, or says what nobody understands
     */
    public List<StageCriteria> criteria(Roadmap roadmap, List<Stage> stages, Terms terms) {
        return AsTheApplication.call(engine, () -> {
            var table = inForce(roadmap.deploymentId());
            return stages.stream()
                    .map(stage -> criteria.get(
                            new Question(table.getId(), stage.name(), terms.value(), terms.dealType()), this::answer))
                    .toList();
        });
    }

    /** A table never changes, so neither does its answer to a question. */
    private record Question(
            String tableId, String stage, @Nullable BigDecimal value, DealType dealType) {}

    private StageCriteria answer(Question question) {
        return new StageCriteria(question.stage(), requirements(decision(question.tableId()), question));
    }

    private List<Requirement> requirements(DmnDecision decision, Question question) {
        var stage = question.stage();
        double value =
                question.value() == null ? UNKNOWN_VALUE : question.value().doubleValue();
        var variables = Variables.createVariables()
                .putValue("stage", stage)
                .putValue("dealValue", value)
                .putValue("dealType", question.dealType().value());
        try {
            return dmn().evaluateDecisionTable(decision, variables).stream()
                    .map(row -> requirement(stage, row))
                    .toList();
        } catch (BrokenExitCriteria e) {
            throw e;
        } catch (RuntimeException e) {
            throw new BrokenExitCriteria(
                    "The exit criteria of stage '" + stage + "' cannot be evaluated. Mend the decision table, deploy it"
                            + " and retry. " + e.getMessage(),
                    e);
        }
    }

    private static Requirement requirement(String stage, DmnDecisionRuleResult row) {
        return new Requirement(
                stage,
                text(stage, row, "item"),
                choice(stage, row, "waivableBy", WaivableBy.class),
                choice(stage, row, "proof", ProofNeeded.class),
                days(stage, row));
    }

    private static String text(String stage, DmnDecisionRuleResult row, String column) {
        if (row.get(column) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new BrokenExitCriteria("A row for stage '" + stage + "' leaves the column '" + column + "' empty.", null);
    }

    private static <E extends Enum<E> & Choice> E choice(
            String stage, DmnDecisionRuleResult row, String column, Class<E> type) {
        var value = text(stage, row, column);
        return Choice.of(type, value)
                .orElseThrow(() -> new BrokenExitCriteria(
                        "A row for stage '" + stage + "' has '" + value + "' in the column '" + column
                                + "'. Use one of: " + Choice.values(type) + ".",
                        null));
    }

    private static @Nullable Integer days(String stage, DmnDecisionRuleResult row) {
        Object days = row.get("lapsesAfterDays");
        if (days == null) {
            return null;
        }
        if (days instanceof Number number && number.intValue() > 0) {
            return number.intValue();
        }
        throw new BrokenExitCriteria(
                "A row for stage '" + stage + "' lapses after '" + days + "' days. Use a whole number above zero.",
                null);
    }

    private DecisionDefinition inForce(String deploymentId) {
        var newest = Context.getCommandContext()
                .getDecisionDefinitionManager()
                .findLatestDecisionDefinitionByKey(Contract.EXIT_CRITERIA);
        if (newest == null) {
            throw new BrokenExitCriteria("No decision '" + Contract.EXIT_CRITERIA + "' is deployed.", null);
        }
        return newest.getDeploymentId().equals(deploymentId)
                ? newest
                : tables.get(new Asked(deploymentId, newest.getId()), it -> repaired(it.deploymentId()));
    }

    /** Which table is in force for a deployment changes only when another one is the newest. */
    private record Asked(String deploymentId, String newestTable) {}

    /** The deployment's own table, or the newest of the repairs that directly follow it. */
    private DecisionDefinition repaired(String deploymentId) {
        var versions = engine.getRepositoryService()
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(Contract.EXIT_CRITERIA)
                .orderByDecisionDefinitionVersion()
                .asc()
                .list();
        DecisionDefinition table = null;
        for (var version : versions) {
            if (version.getDeploymentId().equals(deploymentId)) {
                table = version;
            } else if (table != null && !isRepair(version.getDeploymentId())) {
                return table;
            } else if (table != null) {
                table = version;
            }
        }
        if (table == null) {
            throw new BrokenExitCriteria(
                    "The decision '" + Contract.EXIT_CRITERIA + "' was not deployed with the roadmap.", null);
        }
        return table;
    }

    private boolean isRepair(String deploymentId) {
        return repairs.computeIfAbsent(
                deploymentId,
                id -> engine.getRepositoryService()
                                .createProcessDefinitionQuery()
                                .deploymentId(id)
                                .count()
                        == 0);
    }

    private DmnDecision decision(String tableId) {
        return decisions.computeIfAbsent(
                tableId,
                id -> dmn().parseDecision(
                                Contract.EXIT_CRITERIA,
                                engine.getRepositoryService().getDmnModelInstance(id)));
    }

    private DmnEngine dmn() {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getDmnEngine();
    }
}
