package com.targettoclose.verifier;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.conversation.Refused;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Stands before every deployment, whoever deploys: refuses it as a whole with every reason, and completes it with what
 * its diagrams need. Looks at new deployments only: what was deployed once keeps running, however strict rules become.
 */
final class RefuseRedesigns implements Deployer {

    private final ObjectProvider<StandingFiles> standing;

    RefuseRedesigns(ObjectProvider<StandingFiles> standing) {
        this.standing = standing;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        Map<String, byte[]> files = new TreeMap<>();
        deployment.getResources().forEach((name, file) -> files.put(name, file.getBytes()));
        var redesign = new Redesign(files, () -> standing.getObject().newest(deployment.getId()));
        redesign.reasons().ifPresent(reasons -> {
            throw new Refused(Refusal.unacceptable("Nothing was deployed. " + reasons));
        });
        redesign.toBringAlong().forEach((name, bytes) -> bring(deployment, name, bytes));
    }

    private static void bring(DeploymentEntity deployment, String name, byte[] bytes) {
        var file = new ResourceEntity();
        file.setName(name);
        file.setBytes(bytes);
        file.setDeploymentId(deployment.getId());
        file.setCreateTime(deployment.getDeploymentTime());
        file.setType(deployment.getResources().values().iterator().next().getType());
        deployment.addResource(file);
        Context.getCommandContext().getResourceManager().insertResource(file);
    }
}
