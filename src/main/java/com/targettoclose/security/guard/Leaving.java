package com.targettoclose.security.guard;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.opportunity.OpportunityFilter;
import com.targettoclose.opportunity.OpportunityLists;
import com.targettoclose.opportunity.Status;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps a user who leaves from leaving deals and tasks that are nobody's. */
@Component
class Leaving {

    private final OpportunityLists opportunities;

    Leaving(OpportunityLists opportunities) {
        this.opportunities = opportunities;
    }

    /** Why a user cannot be removed yet; empty where nothing is theirs. */
    Optional<Refusal> refusal(CommandContext context, @Nullable String user) {
        if (user == null) {
            return Optional.empty();
        }
        long deals = opportunities.count(new OpportunityFilter(Status.OPEN, null, Set.of(user)));
        var query = new TaskQueryImpl();
        query.taskAssignee(user);
        long tasks =
                context.runWithoutAuthorization(() -> context.getTaskManager().findTaskCountByQueryCriteria(query));
        return deals == 0 && tasks == 0
                ? Optional.empty()
                : Optional.of(Refusal.conflict(
                        "'" + user + "' still pursues " + counted(deals, "opportunity", "opportunities")
                                + " and has " + counted(tasks, "task", "tasks")
                                + ". Hand the opportunities over and have the tasks completed first."));
    }

    private static String counted(long count, String one, String several) {
        return count + " " + (count == 1 ? one : several);
    }
}
