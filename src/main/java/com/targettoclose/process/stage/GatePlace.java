package com.targettoclose.process.stage;

import com.targettoclose.ledger.Draft;
import com.targettoclose.process.Contract;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/**
 * Where in the engine an execution stands: which opportunity's, in which diagram. Read from what the engine itself keeps;
 * no variable can change it.
 *
 * @param opportunityId the business key
 * @param rootInstanceId the roadmap's instance
 * @param instanceId the diagram's instance
 * @param processId the diagram's process id
 * @param version the diagram's version
 */
public record GatePlace(String opportunityId, String rootInstanceId, String instanceId, String processId, int version) {

    /** Where the gate that runs stands. */
    public static GatePlace of(DelegateExecution execution) {
        var entity = (ExecutionEntity) execution;
        var definition = (ProcessDefinitionEntity) entity.getProcessDefinition();
        return new GatePlace(
                String.valueOf(entity.getProcessBusinessKey()),
                entity.getRootProcessInstanceId(),
                entity.getProcessInstanceId(),
                definition.getKey(),
                definition.getVersion());
    }

    String stage() {
        return Contract.stageOf(processId);
    }

    Draft.Origin origin() {
        return new Draft.Origin(null, null, processId, version);
    }
}
