package com.targettoclose.process.people;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.conversation.Refused;
import com.targettoclose.opportunity.Opportunity;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.context.Context;

/**
 * Whoever does something, and which opportunities they may see and change: a rep their own, a manager their team's too, a
 * leader all. Who looks after the process sees where all stand and changes none.
 *
 * @param team the ids of those whom they lead
 */
public record Actor(String userId, Set<String> groups, Set<String> team) {

    private static final Set<String> SEE_ALL = ids(Group.LEADER, Group.PROCESS_OWNER, Group.OPERATIONS, Group.ADMIN);

    public Actor {
        groups = Set.copyOf(groups);
        team = Set.copyOf(team);
    }

    /** Whoever leads nobody, or of whom it does not matter. */
    public Actor(String userId, Set<String> groups) {
        this(userId, groups, Set.of());
    }

    /**
     * Whoever is signed in, asked from inside a command of the engine.
     *
     * @throws Refused where nobody is
     */
    public static Actor signedIn() {
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
        return seesAll() || isTheirs(opportunity.owner());
    }

    /** Whether they may record for an opportunity of this owner, or open one for them. */
    public boolean actsFor(String owner) {
        return in(Group.LEADER) || isTheirs(owner);
    }

    /** Whose opportunities are theirs: they themselves, and their team. */
    public Set<String> owners() {
        return Stream.concat(team.stream(), Stream.of(userId)).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether they may read who at the client said what in words. Where a deal stands can be seen, and a process be kept
     * running and redesigned, without.
     */
    public boolean readsWords(Opportunity opportunity) {
        return in(Group.LEADER) || isTheirs(opportunity.owner());
    }

    /** Whether they belong to a group. */
    public boolean in(Group group) {
        return groups.contains(group.id());
    }

    private boolean isTheirs(String owner) {
        return userId.equals(owner) || team.contains(owner);
    }

    private boolean in(Collection<String> any) {
        return groups.stream().anyMatch(any::contains);
    }

    private static Set<String> ids(Group... groups) {
        return Arrays.stream(groups).map(Group::id).collect(Collectors.toUnmodifiableSet());
    }
}
