package com.targettoclose.edition;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.conversation.Refused;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.verifier.Redesigns;
import com.targettoclose.verifier.design.Files;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Stands before every deployment, whoever deploys: refuses it as a whole with every reason, completes it with the files that
 * it lacks, and makes it the next edition. Looks at new deployments only: what was deployed once keeps running, however
 * strict rules become.
 */
final class EditionDeployer implements Deployer {

    private final ObjectProvider<Redesigns> redesigns;
    private final ObjectProvider<Proposing> proposing;

    EditionDeployer(ObjectProvider<Redesigns> redesigns, ObjectProvider<Proposing> proposing) {
        this.redesigns = redesigns;
        this.proposing = proposing;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        Map<String, byte[]> files = new TreeMap<>();
        deployment.getResources().forEach((name, file) -> files.put(name, file.getBytes()));
        var redesign = redesigns.getObject().propose(files);
        redesign.reasons().ifPresent(reasons -> {
            throw new Refused(Refusal.unacceptable("Nothing was deployed. " + reasons));
        });
        redesign.toBringAlong().forEach((name, bytes) -> bring(deployment, name, bytes));
        var who = Context.getCommandContext().getAuthenticatedUserId();
        proposing
                .getObject()
                .propose(
                        deployment.getId(),
                        deployment.getName(),
                        Objects.requireNonNullElse(who, Ledger.SYSTEM),
                        files(deployment));
    }

    private static Map<String, byte[]> files(DeploymentEntity deployment) {
        Map<String, byte[]> files = new TreeMap<>();
        deployment.getResources().forEach((name, file) -> files.put(Files.baseName(name), file.getBytes()));
        return files;
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
