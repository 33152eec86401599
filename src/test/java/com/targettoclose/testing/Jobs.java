package com.targettoclose.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;

/** Runs the engine's jobs in the test's own thread: gates stand behind a save point and wait for it. */
public class Jobs {

    private static final int MANY = 1_000;

    private final ManagementService management;
    private final RuntimeService runtime;

    Jobs(@Lazy ManagementService management, @Lazy RuntimeService runtime) {
        this.management = management;
        this.runtime = runtime;
    }

    /** Runs the jobs of one opportunity until none is left that could run; the first that fails fails the test. */
    public void run(String opportunityId) {
        for (int n = 0; n < MANY; n++) {
            var jobs = executable(opportunityId);
            if (jobs.isEmpty()) {
                return;
            }
            management.executeJob(jobs.get(0).getId());
        }
        throw new AssertionError("Opportunity " + opportunityId + " circles: " + MANY + " jobs ran and more are left.");
    }

    /**
     * Runs the jobs of one opportunity until none is left that could run, each that fails as often as it is retried.
     *
     * @return the message of each failure, oldest first
     */
    public List<String> runDespiteFailures(String opportunityId) {
        List<String> failures = new ArrayList<>();
        for (int n = 0; n < MANY; n++) {
            var jobs = executable(opportunityId);
            if (jobs.isEmpty()) {
                return failures;
            }
            try {
                management.executeJob(jobs.get(0).getId());
            } catch (RuntimeException e) {
                failures.add(String.valueOf(e.getMessage()));
            }
        }
        throw new AssertionError("Opportunity " + opportunityId + " circles: " + MANY + " jobs ran and more are left.");
    }

    /** The jobs of one opportunity, root instance and stages, that could run now. */
    public List<Job> executable(String opportunityId) {
        var instances = runtime.createProcessInstanceQuery().processInstanceBusinessKey(opportunityId).list().stream()
                .map(ProcessInstance::getId)
                .collect(Collectors.toSet());
        return instances.isEmpty()
                ? List.of()
                : management
                        .createJobQuery()
                        .processInstanceIds(instances)
                        .executable()
                        .list();
    }

    /** Gives a failed job of one opportunity its retries back, as operations does in Cockpit. */
    public void retry(String opportunityId) {
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(opportunityId).list().stream()
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance.getId()).noRetriesLeft().list().stream())
                .forEach(job -> management.setJobRetries(job.getId(), 3));
    }
}
