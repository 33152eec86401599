package com.targettoclose.process.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * A node that stops takes no more jobs, and gives back those that it has taken and will not get to. The engine leaves them
 * locked, and a gate would wait for minutes.
 */
@Component
class LeaveJobsToOthers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LeaveJobsToOthers.class);

    private final ProcessEngine engine;
    private final JobLocks locks;
    private volatile boolean running;

    LeaveJobsToOthers(ProcessEngine engine, JobLocks locks) {
        this.engine = engine;
        this.locks = locks;
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before everything else: what requests that still run bring about is another node's to do. */
    @Override
    public void stop() {
        running = false;
        var executor = executor();
        if (executor != null && executor.isActive()) {
            executor.shutdown();
            LOG.info("Left {} jobs to other nodes", locks.release(executor.getLockOwner()));
        }
    }

    private JobExecutor executor() {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
