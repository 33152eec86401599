package com.targettoclose.process;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.conversation.Refused;
import com.targettoclose.opportunity.Opportunity;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.context.Context;

/** Whoever does something, and which opportunities they may see and change: a rep their own; those who lead reps, all. */
public record Actor(String userId, Set<String> groups) {

    private static final Set<String> SEE_ALL =
            ids(Group.MANAGER, Group.LEADER, Group.PROCESS_OWNER, Group.OPERATIONS, Group.ADMIN);
    private static final Set<String> CHANGE_ALL = ids(Group.MANAGER, Group.LEADER, Group.ADMIN);

    public Actor {
        groups = Set.copyOf(groups);
    }

    /**
     * Whoever is signed in, asked from inside a command of the engine.
     *
     * @throws Refused where nobody is
     */
    static Actor signedIn() {
        var authentication = Context.getCommandContext().getAuthentication();
        if (authentication == null || authentication.getUserId() == null) {
            throw new Refused(Refusal.forbidden("Sign in first, then send the form again."));
        }
        var groups = authentication.getGroupIds();
        return new Actor(authentication.getUserId(), groups == null ? Set.of() : Set.copyOf(groups));
    }

    /** Whether they see every opportunity. */
    public boolean seesAll() {
        return in(SEE_ALL);
    }

    /** Whether they see this one. */
    public boolean sees(Opportunity opportunity) {
        return seesAll() || userId.equals(opportunity.owner());
    }

    /** Whether they may record for an opportunity of this owner, or open one for them. */
    public boolean actsFor(String owner) {
        return in(CHANGE_ALL) || userId.equals(owner);
    }

    /** Whether they belong to a group. */
    public boolean in(Group group) {
        return groups.contains(group.id());
    }

    private boolean in(Collection<String> any) {
        return groups.stream().anyMatch(any::contains);
    }

    private static Set<String> ids(Group... groups) {
        return Arrays.stream(groups).map(Group::id).collect(Collectors.toUnmodifiableSet());
    }
}
