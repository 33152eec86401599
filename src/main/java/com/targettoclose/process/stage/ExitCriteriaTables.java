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
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/**
 * Reads exit criteria from the decision table that is in force for an opportunity. Evaluated by the DMN engine itself, because the
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
    private final TablesInForce inForce;

    ExitCriteriaTables(@Lazy ProcessEngine engine, TablesInForce inForce) {
        this.engine = engine;
        this.inForce = inForce;
    }

    /**
     * The exit criteria of these stages for an opportunity with these terms, in the stages' order.
     *
     * @throws BrokenExitCriteria where there is no table, or it cannot be evaluated, or says what nobody understands
     */
    public List<StageCriteria> criteria(Roadmap roadmap, List<Stage> stages, Terms terms) {
        return AsTheApplication.call(engine, () -> {
            var table = inForce.of(roadmap.deploymentId());
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
        throw broken(stage, "leaves the column '" + column + "' empty.");
    }

    private static <E extends Enum<E> & Choice> E choice(
            String stage, DmnDecisionRuleResult row, String column, Class<E> type) {
        var value = text(stage, row, column);
        return Choice.of(type, value)
                .orElseThrow(() -> broken(
                        stage,
                        "has '" + value + "' in the column '" + column + "'. Use one of: " + Choice.values(type)
                                + "."));
    }

    private static BrokenExitCriteria broken(String stage, String what) {
        return new BrokenExitCriteria(
                "In the table of exit criteria a row for stage '" + stage + "' " + what
                        + " Have the process owner mend the table.",
                null);
    }

    private static @Nullable Integer days(String stage, DmnDecisionRuleResult row) {
        Object days = row.get("lapsesAfterDays");
        if (days == null) {
            return null;
        }
        if (days instanceof Number number && number.intValue() > 0) {
            return number.intValue();
        }
        throw broken(stage, "lapses after '" + days + "' days. Use a whole number above zero.");
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
