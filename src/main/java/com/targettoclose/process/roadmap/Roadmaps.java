package com.targettoclose.process.roadmap;

import com.targettoclose.opportunity.DealType;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.process.Contract;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/**
 * The roadmaps that are deployed, read from their diagrams. A definition never changes, so each is read once a node. In force
 * are those of the edition that was committed to last.
 */
@Service
public class Roadmaps {

    private final RepositoryService repository;
    private final CommittedEdition committed;
    private final Map<String, Roadmap> byDefinition = new ConcurrentHashMap<>();

    Roadmaps(@Lazy RepositoryService repository, CommittedEdition committed) {
        this.repository = repository;
        this.committed = committed;
    }

    /** The roadmap of this key that new opportunities start on. */
    public Optional<Roadmap> inForce(String key) {
        return committed.deploymentId().flatMap(deployment -> of(key, deployment));
    }

    /** The roadmap of this key that came with a deployment. */
    public Optional<Roadmap> of(String key, String deploymentId) {
        return Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .deploymentId(deploymentId)
                        .singleResult())
                .map(this::read)
                .filter(roadmap -> !roadmap.stages().isEmpty());
    }

    /** The roadmap an opportunity runs on; for history from before the process, the one in force of its key. */
    public Roadmap of(Opportunity opportunity) {
        var instance = opportunity.instance();
        return instance == null
                ? inForce(opportunity.roadmap())
                        .orElseThrow(() ->
                                new IllegalStateException("No roadmap '" + opportunity.roadmap() + "' is in force."))
                : byDefinition(instance.definitionId());
    }

    /**
     * The roadmap that deals of a type start on where none is named: the one in force that is meant for the type,
     * the first in alphabetical order where there are several, and the one that ships where there is none.
     */
    public Optional<Roadmap> forDeals(DealType type) {
        return all().filter(roadmap -> roadmap.meantFor().contains(type))
                .findFirst()
                .or(() -> inForce(Contract.DEFAULT_ROADMAP));
    }

    /** The keys of the roadmaps that can be started, in alphabetical order. */
    public List<String> keys() {
        return all().map(Roadmap::key).toList();
    }

    /** Every roadmap in force, in alphabetical order of their keys. */
    public List<Roadmap> inForce() {
        return all().toList();
    }

    private Stream<Roadmap> all() {
        return committed
                .deploymentId()
                .map(deployment -> repository
                        .createProcessDefinitionQuery()
                        .deploymentId(deployment)
                        .list())
                .orElse(List.of())
                .stream()
                .filter(definition -> !definition.getKey().startsWith(Contract.STAGE_PREFIX))
                .map(this::read)
                .filter(roadmap -> !roadmap.stages().isEmpty())
                .sorted(Comparator.comparing(Roadmap::key));
    }

    /** The roadmap that a process definition is, as long as it is deployed. */
    public Optional<Roadmap> find(String definitionId) {
        var known = byDefinition.get(definitionId);
        return known != null
                ? Optional.of(known)
                : Optional.ofNullable(repository
                                .createProcessDefinitionQuery()
                                .processDefinitionId(definitionId)
                                .singleResult())
                        .map(this::read);
    }

    private Roadmap byDefinition(String definitionId) {
        var known = byDefinition.get(definitionId);
        return known == null ? read(repository.getProcessDefinition(definitionId)) : known;
    }

    private Roadmap read(ProcessDefinition definition) {
        var known = byDefinition.get(definition.getId());
        if (known != null) {
            return known;
        }
        var deploymentId = definition.getDeploymentId();
        var roadmap = Roadmap.drawn(
                process(definition), called -> stage(called, deploymentId), definition.getId(), deploymentId);
        byDefinition.put(definition.getId(), roadmap);
        return roadmap;
    }

    private Process stage(String processId, String deploymentId) {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processId)
                .deploymentId(deploymentId)
                .singleResult();
        if (definition == null) {
            throw new IllegalStateException(
                    "The roadmap calls " + processId + ", which was not deployed with it. Deploy them together.");
        }
        return process(definition);
    }

    private Process process(ProcessDefinition definition) {
        BpmnModelInstance model = repository.getBpmnModelInstance(definition.getId());
        return (Process) model.getModelElementById(definition.getKey());
    }
}
