package com.targettoclose.process.startforms;

import com.targettoclose.opportunity.Status;
import com.targettoclose.process.AsTheApplication;
import com.targettoclose.process.Contract;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/** The reasons for which a pursuit can end, from the newest version of the process owner's table. */
@Service
public class ClosingReasons {

    private final ProcessEngine engine;
    private final Map<String, Map<Status, Map<String, String>>> byTable = new ConcurrentHashMap<>();

    ClosingReasons(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    /**
     * The reasons for each way a pursuit can end without a win: labels by id, in the table's order.
     *
     * @throws IllegalStateException where there is no table, or it cannot be read
     */
    public Map<Status, Map<String, String>> all() {
        return AsTheApplication.call(engine, () -> {
            var table = engine.getRepositoryService()
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(Contract.CLOSING_REASONS)
                    .latestVersion()
                    .singleResult();
            if (table == null) {
                throw new IllegalStateException("No decision '" + Contract.CLOSING_REASONS + "' is deployed.");
            }
            return byTable.computeIfAbsent(table.getId(), id -> read(table));
        });
    }

    private Map<Status, Map<String, String>> read(DecisionDefinition table) {
        var dmn = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getDmnEngine();
        var decision = dmn.parseDecision(
                Contract.CLOSING_REASONS, engine.getRepositoryService().getDmnModelInstance(table.getId()));
        Map<Status, Map<String, String>> reasons = new LinkedHashMap<>();
        for (var ending : Contract.ENDING_MESSAGES.keySet()) {
            Map<String, String> labels = new LinkedHashMap<>();
            dmn.evaluateDecisionTable(decision, Variables.putValue(Contract.AS_FIELD, ending.value()))
                    .forEach(row -> labels.put(text(row, "reason"), text(row, "label")));
            reasons.put(ending, labels);
        }
        return reasons;
    }

    private static String text(DmnDecisionRuleResult row, String column) {
        if (row.get(column) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IllegalStateException("A row of the table '" + Contract.CLOSING_REASONS + "' leaves the column '"
                + column + "' empty. Fill it in and deploy the table again.");
    }
}
