package com.targettoclose.process.conversations;

import com.targettoclose.process.AsTheApplication;
import com.targettoclose.process.Contract;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Has the manager of a deal's owner told what was recorded of it at once. */
@Component
class TellOfRecording {

    private final ProcessEngine engine;

    TellOfRecording(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    /** Starts the process in which they read it, from this entry of its ledger on. */
    void told(String opportunityId, int firstEntry) {
        AsTheApplication.call(
                engine,
                () -> engine.getRuntimeService()
                        .createMessageCorrelation(Contract.MUCH_RECORDED_AT_ONCE)
                        .processInstanceBusinessKey(opportunityId)
                        .setVariable(Contract.REQUEST_VARIABLE, firstEntry)
                        .correlateStartMessage());
    }
}
