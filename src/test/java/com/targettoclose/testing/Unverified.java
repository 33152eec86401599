package com.targettoclose.testing;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deploys what the rules would refuse: as it stands in a database since before there were any. For tests of what holds
 * such a deployment while it runs.
 */
public final class Unverified {

    private static final String EDITIONS = "com.targettoclose.edition";

    private Unverified() {}

    /** Deploys without asking the verifier, and makes no edition of it. */
    public static Deployment deploy(ProcessEngine engine, DeploymentBuilder builder) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        var cache = configuration.getDeploymentCache();
        var deployers = configuration.getDeployers();
        cache.setDeployers(deployers.stream()
                .filter(it -> !it.getClass().getPackageName().startsWith(EDITIONS))
                .toList());
        try {
            return builder.deploy();
        } finally {
            cache.setDeployers(deployers);
        }
    }

    /** Makes a deployment an edition that new deals start on, until it is deleted. */
    public static void commit(JdbcClient jdbc, Deployment deployment) {
        int number = jdbc.sql("select coalesce(max(number), 0) + 1 from t2c_edition")
                .query(Integer.class)
                .single();
        jdbc.sql("insert into t2c_edition (number, deployment_id, proposed_by, proposed_at, weakens, changes)"
                        + " values (:number, :deployment, 'test', current_timestamp, false, '[]')")
                .param("number", number)
                .param("deployment", deployment.getId())
                .update();
        jdbc.sql("insert into t2c_edition_decision (edition, decision, words, decided_by, decided_at)"
                        + " values (:number, 'committed', 'For a test.', 'test', current_timestamp)")
                .param("number", number)
                .update();
    }
}
