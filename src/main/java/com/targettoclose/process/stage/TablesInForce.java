package com.targettoclose.process.stage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.targettoclose.process.Contract;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Knows which table of exit criteria is in force for a roadmap: that of its deployment, or a newer one that was deployed without
 * a roadmap beside it, a repair from before there were editions.
 */
@Component
class TablesInForce {

    private static final int REMEMBERED = 1_000;

    private final ProcessEngine engine;
    private final Cache<Asked, DecisionDefinition> tables =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Map<String, Boolean> repairs = new ConcurrentHashMap<>();

    TablesInForce(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    /**
     * The table in force for a deployment. Asked from inside a command of the engine.
     *
     * @throws BrokenExitCriteria where there is none
     */
    DecisionDefinition of(String deploymentId) {
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
}
