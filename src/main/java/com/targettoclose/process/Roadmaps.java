package com.targettoclose.process;

import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.process.Roadmap.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/** The roadmaps that are deployed, read from their diagrams. A definition never changes, so each is read once a node. */
@Service
public class Roadmaps {

    private final RepositoryService repository;
    private final Map<String, Roadmap> byDefinition = new ConcurrentHashMap<>();

    Roadmaps(@Lazy RepositoryService repository) {
        this.repository = repository;
    }

    /** The newest version of a roadmap. */
    public Optional<Roadmap> newest(String key) {
        return Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .latestVersion()
                        .singleResult())
                .map(this::read)
                .filter(roadmap -> !roadmap.stages().isEmpty());
    }

    /** The roadmap an opportunity runs on; for history from before the process, the newest of its key. */
    public Roadmap of(Opportunity opportunity) {
        var instance = opportunity.instance();
        return instance == null
                ? newest(opportunity.roadmap())
                        .orElseThrow(() ->
                                new IllegalStateException("No roadmap '" + opportunity.roadmap() + "' is deployed."))
                : byDefinition(instance.definitionId());
    }

    /** The keys of the roadmaps that can be started, in alphabetical order. */
    public List<String> keys() {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .filter(definition -> !definition.getKey().startsWith(Contract.STAGE_PREFIX))
                .filter(definition -> !read(definition).stages().isEmpty())
                .map(ProcessDefinition::getKey)
                .sorted()
                .toList();
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
        var called = Diagrams.calledStages(process(definition));
        List<Stage> stages = new ArrayList<>();
        for (var call : called.calls()) {
            stages.add(stage(call.getCalledElement(), Diagrams.label(call), definition.getDeploymentId()));
        }
        var roadmap = new Roadmap(
                definition.getKey(), definition.getId(), definition.getDeploymentId(), stages, called.beforeWon());
        byDefinition.put(definition.getId(), roadmap);
        return roadmap;
    }

    private Stage stage(String processId, String label, String deploymentId) {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processId)
                .deploymentId(deploymentId)
                .singleResult();
        if (definition == null) {
            throw new IllegalStateException(
                    "The roadmap calls " + processId + ", which was not deployed with it. Deploy them together.");
        }
        var conversations = process(definition).getChildElementsByType(UserTask.class).stream()
                .filter(Diagrams::isConversation)
                .map(Diagrams::conversation)
                .toList();
        return new Stage(Contract.stageOf(processId), label, conversations);
    }

    private Process process(ProcessDefinition definition) {
        BpmnModelInstance model = repository.getBpmnModelInstance(definition.getId());
        return (Process) model.getModelElementById(definition.getKey());
    }
}
