package com.targettoclose.process.roadmap;

import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.Opportunity.RoadmapInstance;
import com.targettoclose.opportunity.Status;
import com.targettoclose.process.AsTheApplication;
import com.targettoclose.process.Contract;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Starts roadmaps and correlates what leads them elsewhere. */
@Service
public class RoadmapInstances {

    private final ProcessEngine engine;
    private final RuntimeService runtime;
    private final Opportunities opportunities;

    RoadmapInstances(@Lazy ProcessEngine engine, @Lazy RuntimeService runtime, Opportunities opportunities) {
        this.engine = engine;
        this.runtime = runtime;
        this.opportunities = opportunities;
    }

    /** Starts a roadmap for each of these opportunities, whose rows were added in this transaction. */
    public void start(Collection<String> opportunityIds, Roadmap roadmap) {
        Map<String, RoadmapInstance> started = new HashMap<>();
        for (var id : opportunityIds) {
            var instance = runtime.startProcessInstanceById(roadmap.definitionId(), id);
            started.put(id, new RoadmapInstance(instance.getId(), roadmap.definitionId()));
        }
        opportunities.started(started);
    }

    /** Ends the instance that an opportunity runs on, and the stages that it calls, as if it had never been. */
    public void leave(Opportunity opportunity, String reason) {
        runtime.deleteProcessInstance(of(opportunity).id(), reason, true, true, true, false);
    }

    /**
     * Runs a waiting step in this transaction, without the engine's bookkeeping of failures: one that fails, fails the
     * transaction.
     */
    public void runNow(String jobId) {
        var commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
        commands.execute(new ExecuteJobsCmd(jobId, new JobFailureCollector(jobId)));
    }

    /** Leads the opportunity back to the start of its roadmap, through the gates it still meets. */
    public void backToTheMap(Opportunity opportunity) {
        atTheEnd(() -> correlate(opportunity, Contract.BACK_TO_THE_MAP));
    }

    /** Ends the pursuit. */
    public void end(Opportunity opportunity, Status status) {
        atTheEnd(() -> correlate(opportunity, Objects.requireNonNull(Contract.ENDING_MESSAGES.get(status))));
    }

    private void correlate(Opportunity opportunity, String message) {
        var instance = of(opportunity);
        AsTheApplication.call(engine, () -> {
            runtime.createMessageCorrelation(message)
                    .processInstanceId(instance.id())
                    .correlate();
            return true;
        });
    }

    private static RoadmapInstance of(Opportunity opportunity) {
        return Objects.requireNonNull(opportunity.instance(), "history from before the process has no instance");
    }

    /**
     * In the same transaction, after everything else: a message interrupts the very task that is being completed, and the
     * engine must be done with it first.
     */
    private static void atTheEnd(Runnable correlation) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                correlation.run();
            }
        });
    }
}
