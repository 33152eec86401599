package com.targettoclose.pipeline;

import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.process.Group;
import java.util.Arrays;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Who may see and change which opportunity: a rep their own; those who lead reps, all. */
final class Access {

    private static final Set<String> SEE_ALL =
            ids(Group.MANAGER, Group.LEADER, Group.PROCESS_OWNER, Group.OPERATIONS, Group.ADMIN);
    private static final Set<String> CHANGE_ALL = ids(Group.MANAGER, Group.LEADER, Group.ADMIN);

    private Access() {}

    static boolean seesAll(Authentication who) {
        return in(who, SEE_ALL);
    }

    static boolean sees(Authentication who, Opportunity opportunity) {
        return seesAll(who) || who.getName().equals(opportunity.owner());
    }

    /** Whether somebody may record for an opportunity of this owner, or open one for them. */
    static boolean actsFor(Authentication who, String owner) {
        return in(who, CHANGE_ALL) || who.getName().equals(owner);
    }

    private static boolean in(Authentication who, Set<String> groups) {
        return who.getAuthorities().stream().map(GrantedAuthority::getAuthority).anyMatch(groups::contains);
    }

    private static Set<String> ids(Group... groups) {
        return Set.copyOf(Arrays.stream(groups).map(Group::id).toList());
    }
}
