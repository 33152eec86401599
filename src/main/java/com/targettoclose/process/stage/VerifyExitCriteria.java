package com.targettoclose.process.stage;

import com.targettoclose.process.Contract;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The gate of a stage: decides from the ledger, and tells the flows behind it. */
@Component(Contract.VERIFY_EXIT_CRITERIA)
class VerifyExitCriteria implements JavaDelegate {

    private final StageGate gate;

    VerifyExitCriteria(StageGate gate) {
        this.gate = gate;
    }

    @Override
    @Transactional
    public void execute(DelegateExecution execution) {
        var passage = gate.decide(GatePlace.of(execution));
        EngineVariables.setForThisStep(
                execution, Contract.EXIT_CRITERIA_VARIABLE, passage.outcome().value());
        EngineVariables.setForThisStep(execution, Contract.OWED_VARIABLE, passage.toOpen());
    }
}
