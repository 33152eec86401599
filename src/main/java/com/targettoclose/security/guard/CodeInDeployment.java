package com.targettoclose.security.guard;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.conversation.Refused;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/**
 * Refuses a deployment that carries code, before the engine reads any of it. Looks at new deployments only: what was
 * deployed once must stay readable, and {@link AllowedExpressions} and its like hold it while it runs.
 */
final class CodeInDeployment implements Deployer {

    private final CodeSearch search;

    CodeInDeployment(CodeSearch search) {
        this.search = search;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        if (deployment.getTenantId() != null) {
            throw new Refused(Refusal.unacceptable("There are no tenants here: two definitions of one name would stand"
                    + " beside each other. Deploy without a tenant."));
        }
        Map<String, byte[]> files = deployment.getResources().values().stream()
                .collect(Collectors.toMap(
                        file -> file.getName(), file -> file.getBytes(), (one, other) -> other, TreeMap::new));
        var found = search.search(files);
        if (!found.isEmpty()) {
            throw new Refused(Refusal.unacceptable("Nothing was deployed. "
                    + found.stream().map(Violation::sentence).collect(Collectors.joining("\n"))));
        }
    }
}
