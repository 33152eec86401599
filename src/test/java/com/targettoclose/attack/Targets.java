package com.targettoclose.attack;

import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.Jobs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * What there is to attack: deals of one rep and of a colleague, in every state that matters, and what else is not theirs
 * to touch. An attack names it between at signs.
 */
final class Targets {

    static final String EXPLORE = "UserTask_ExploreTheNeedToChange";
    static final String ESTABLISH = "UserTask_EstablishWhyChangeWhyNow";
    static final String EARN = "UserTask_EarnTheMeeting";

    private static final Pattern NAME = Pattern.compile("@([a-z-]+)@");
    private static final String COLLEAGUE = "rep2";
    private static final String PRIVATE_FILTER = "Leon's own";

    private final Deals deals;
    private final Jobs jobs;
    private final ProcessEngine engine;
    private final Path marker;
    private final Map<String, String> values = new HashMap<>();

    Targets(Deals deals, Jobs jobs, ProcessEngine engine) {
        this.deals = deals;
        this.jobs = jobs;
        this.engine = engine;
        try {
            this.marker = Files.createTempDirectory("attack").resolve("marker");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        values.put("marker", marker.toString());
        prepareDeals();
        prepareDefinitions();
        prepareOthers();
    }

    /** Whether code of an attack has run. */
    boolean codeHasRun() {
        return Files.exists(marker);
    }

    /** A text with its names replaced; those it does not know stay. */
    String in(String text) {
        return NAME.matcher(text).replaceAll(match -> values.getOrDefault(match.group(1), match.group()));
    }

    String get(String name) {
        return values.get(name);
    }

    private void prepareDeals() {
        var own = deals.open("50000", "new-business", Person.REP.user()).reach("discovery");
        var task = own.task(EXPLORE);
        values.put("deal", own.id());
        values.put("task", task.getId());
        values.put("execution", task.getExecutionId());
        values.put("stage-instance", task.getProcessInstanceId());
        values.put("other-task", own.task(ESTABLISH).getId());
        values.put("fields", fields(own, EXPLORE));
        values.put("instance", instance(own));
        var colleagues = deals.open("70000", "new-business", COLLEAGUE);
        values.put("colleagues-deal", colleagues.id());
        values.put("colleagues-task", colleagues.task(EARN).getId());
        values.put("colleagues-answers", "{\"variables\": {" + fields(colleagues, EARN) + "}}");
        values.put("colleagues-execution", colleagues.task(EARN).getExecutionId());
        values.put("colleagues-stage-instance", colleagues.task(EARN).getProcessInstanceId());
        values.put("colleagues-instance", instance(colleagues));
        var waiting = deals.openOnly("60000", "new-business", COLLEAGUE);
        var job = jobs.executable(waiting.id()).get(0);
        values.put("waiting-deal", waiting.id());
        values.put("job", job.getId());
        values.put("job-definition", job.getJobDefinitionId());
        var lost = deals.open("50000", "new-business", COLLEAGUE).reach("negotiation");
        lost.decline("UserTask_AskForTheDecision", "decide");
        values.put("ended-deal", lost.id());
        values.put("ended-instance", instance(lost));
    }

    /** A conversation's form filled in as it should be, as JSON without the braces around it. */
    private static String fields(Deal deal, String conversation) {
        return deal.answers(conversation).fields().entrySet().stream()
                .map(field -> "\"%s\": {\"value\": \"%s\"}".formatted(field.getKey(), field.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String instance(Deal deal) {
        return deal.opportunity().instance().id();
    }

    private void prepareDefinitions() {
        for (var key : List.of("target-to-close", "stage-target", "stage-discovery", "open-an-opportunity")) {
            values.put(key, newest(key).getId());
        }
        values.put("deployment", newest("target-to-close").getDeploymentId());
        values.put(
                "decision",
                engine.getRepositoryService()
                        .createDecisionDefinitionQuery()
                        .latestVersion()
                        .list()
                        .get(0)
                        .getId());
    }

    private ProcessDefinition newest(String key) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
    }

    private void prepareOthers() {
        var filters = engine.getFilterService();
        var shared = filters.createFilterQuery().filterName("My conversations").list();
        values.put("filter", shared.isEmpty() ? "none" : shared.get(0).getId());
        var own = filters.createFilterQuery().filterName(PRIVATE_FILTER).singleResult();
        if (own == null) {
            own = filters.newTaskFilter(PRIVATE_FILTER)
                    .setOwner(Person.LEADER.user())
                    .setQuery(engine.getTaskService().createTaskQuery().taskAssignee(COLLEAGUE));
            filters.saveFilter(own);
        }
        values.put("leaders-filter", own.getId());
        values.put(
                "grant",
                engine.getAuthorizationService()
                        .createAuthorizationQuery()
                        .groupIdIn("rep")
                        .resourceType(Resources.APPLICATION)
                        .list()
                        .get(0)
                        .getId());
    }
}
