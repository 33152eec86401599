package com.targettoclose.process.roadmap;

import com.targettoclose.process.Contract;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/** How the engine is doing, for those who look after it. */
@Service
public class EngineState {

    private final ManagementService management;
    private final RuntimeService runtime;
    private final Roadmaps roadmaps;

    EngineState(@Lazy ManagementService management, @Lazy RuntimeService runtime, Roadmaps roadmaps) {
        this.management = management;
        this.runtime = runtime;
        this.roadmaps = roadmaps;
    }

    /** Whether the roadmap that new opportunities start on is there. */
    public boolean roadmapDeployed() {
        return roadmaps.inForce(Contract.DEFAULT_ROADMAP).isPresent();
    }

    /** How many jobs could run now and have not yet. */
    public long waitingJobs() {
        return management.createJobQuery().executable().count();
    }

    /** How many jobs failed until no retry was left. */
    public long failedJobs() {
        return management.createJobQuery().noRetriesLeft().count();
    }

    /** How many incidents wait in Cockpit. */
    public long incidents() {
        return runtime.createIncidentQuery().count();
    }
}
