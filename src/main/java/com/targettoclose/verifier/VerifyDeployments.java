package com.targettoclose.verifier;

import java.util.ArrayList;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts {@link RefuseRedesigns} before everything else that looks at a deployment, so that one answer holds all reasons. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class VerifyDeployments extends AbstractProcessEnginePlugin {

    private final ObjectProvider<StandingFiles> standing;

    VerifyDeployments(ObjectProvider<StandingFiles> standing) {
        this.standing = standing;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var deployers = new ArrayList<Deployer>();
        deployers.add(new RefuseRedesigns(standing));
        if (engine.getCustomPreDeployers() != null) {
            deployers.addAll(engine.getCustomPreDeployers());
        }
        engine.setCustomPreDeployers(deployers);
    }
}
