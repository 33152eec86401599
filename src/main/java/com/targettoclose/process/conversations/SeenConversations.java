package com.targettoclose.process.conversations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/** The open tasks of opportunities that somebody may see, as the engine's authorizations say. */
@Service
public class SeenConversations {

    private final ProcessEngine engine;

    SeenConversations(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    /** An open task, with the opportunity it is about. */
    public record SeenConversation(
            String taskId,
            String key,
            String opportunityId,
            @Nullable String assignee) {}

    /** Of these tasks, those that a user in these groups may see; two queries, whatever their number. */
    public List<SeenConversation> of(Collection<String> taskIds, String user, List<String> groups) {
        if (taskIds.isEmpty()) {
            return List.of();
        }
        var tasks = seen(taskIds, user, groups);
        var opportunities = opportunityIds(tasks);
        List<SeenConversation> seen = new ArrayList<>();
        for (var task : tasks) {
            var opportunity = opportunities.get(task.getProcessInstanceId());
            if (opportunity != null) {
                seen.add(new SeenConversation(
                        task.getId(), task.getTaskDefinitionKey(), opportunity, task.getAssignee()));
            }
        }
        return seen;
    }

    private List<Task> seen(Collection<String> taskIds, String user, List<String> groups) {
        engine.getIdentityService().setAuthentication(user, groups);
        try {
            return engine.getTaskService()
                    .createTaskQuery()
                    .taskIdIn(taskIds.toArray(String[]::new))
                    .list();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private Map<String, String> opportunityIds(List<Task> tasks) {
        Map<String, String> ids = new HashMap<>();
        Set<String> instances = tasks.stream()
                .map(Task::getProcessInstanceId)
                .filter(id -> id != null)
                .collect(Collectors.toSet());
        if (!instances.isEmpty()) {
            List<ProcessInstance> found = engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceIds(instances)
                    .list();
            found.stream()
                    .filter(instance -> instance.getBusinessKey() != null)
                    .forEach(instance -> ids.put(instance.getId(), instance.getBusinessKey()));
        }
        return ids;
    }
}
