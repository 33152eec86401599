package com.targettoclose.edition;

import com.targettoclose.verifier.Redesigns;
import java.util.ArrayList;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Puts {@link EditionDeployer} before everything else that looks at a deployment, so that one answer holds all reasons: it is
 * the last to say who comes first.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class DeployEditions extends AbstractProcessEnginePlugin {

    private final ObjectProvider<Redesigns> redesigns;
    private final ObjectProvider<Proposing> proposing;

    DeployEditions(ObjectProvider<Redesigns> redesigns, ObjectProvider<Proposing> proposing) {
        this.redesigns = redesigns;
        this.proposing = proposing;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var deployers = new ArrayList<Deployer>();
        deployers.add(new EditionDeployer(redesigns, proposing));
        if (engine.getCustomPreDeployers() != null) {
            deployers.addAll(engine.getCustomPreDeployers());
        }
        engine.setCustomPreDeployers(deployers);
    }
}
