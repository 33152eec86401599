package com.targettoclose.security.guard;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.engine.impl.JobQueryImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.cmd.SuspendProcessInstanceCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.stereotype.Component;

/** Writes into the ledgers of opportunities what operations does to them, in the transaction in which it is done. */
@Component
class Operating {

    private final Ledger ledger;
    private final Opportunities opportunities;

    Operating(Ledger ledger, Opportunities opportunities) {
        this.ledger = ledger;
        this.opportunities = opportunities;
    }

    /**
     * Notes that a command is about to run.
     *
     * @return why it may not run; nothing was noted then
     */
    Optional<Refusal> note(CommandContext context, Command<?> command, String who) {
        if (command instanceof SetJobRetriesCmd) {
            return noteRetry(context, command, who);
        }
        var instance = Conditions.field(command, "processInstanceId");
        if (instance == null) {
            return Optional.of(Refusal.forbidden("Suspend and resume one process instance at a time."));
        }
        var operation = command instanceof SuspendProcessInstanceCmd ? "suspend" : "resume";
        return note(operation, businessKeys(context, Set.of(instance)), who);
    }

    private Optional<Refusal> noteRetry(CommandContext context, Command<?> command, String who) {
        var fields = new DirectFieldAccessor(command);
        if (fields.getPropertyValue("retries") instanceof Integer retries && retries < 1) {
            return Optional.of(Refusal.unacceptable("Give it one try at least. To hold an opportunity, suspend it."));
        }
        var jobs = jobs(
                context,
                Conditions.field(command, "jobId"),
                Conditions.field(command, "jobDefinitionId"),
                fields.getPropertyValue("jobIds"));
        var instances = jobs.stream()
                .map(Job::getProcessInstanceId)
                .filter(Objects::nonNull)
                .collect(toSet());
        return jobs.isEmpty()
                ? Optional.of(Refusal.notFound("There is nothing to retry: no job of this kind has failed."))
                : note("retry", businessKeys(context, instances), who);
    }

    private Optional<Refusal> note(String operation, Collection<String> businessKeys, String who) {
        var drafts = new TreeMap<String, List<Draft>>();
        var entry = Draft.of(EntryKind.OPERATED).detail(Map.of("operation", operation));
        opportunities.lockAll(businessKeys).forEach(id -> drafts.put(id, List.of(entry)));
        ledger.append(drafts, who);
        return Optional.empty();
    }

    private static List<Job> jobs(
            CommandContext context, @Nullable String job, @Nullable String definition, @Nullable Object ids) {
        var query = new JobQueryImpl();
        if (definition != null) {
            query.jobDefinitionId(definition).noRetriesLeft();
        } else if (job != null) {
            query.jobId(job);
        } else {
            query.jobIds(((List<?>) Objects.requireNonNull(ids))
                    .stream().map(String::valueOf).collect(toSet()));
        }
        return context.runWithoutAuthorization(() -> context.getJobManager().findJobsByQueryCriteria(query, null));
    }

    private static Set<String> businessKeys(CommandContext context, Set<String> instances) {
        if (instances.isEmpty()) {
            return Set.of();
        }
        var query = new ProcessInstanceQueryImpl();
        query.processInstanceIds(instances);
        List<ProcessInstance> found = context.runWithoutAuthorization(
                () -> context.getExecutionManager().findProcessInstancesByQueryCriteria(query, null));
        return found.stream()
                .map(ProcessInstance::getBusinessKey)
                .filter(Objects::nonNull)
                .collect(toCollection(TreeSet::new));
    }
}
