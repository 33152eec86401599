package com.targettoclose.testing;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;

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
}
