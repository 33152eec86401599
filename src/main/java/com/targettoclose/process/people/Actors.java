package com.targettoclose.process.people;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Service;

/** Knows, of whoever acts, the team that they lead. Only managers are asked for it: it is one more query. */
@Service
public class Actors {

    private final SalesTeams teams;

    Actors(SalesTeams teams) {
        this.teams = teams;
    }

    /** Who signed in, with their team. */
    public Actor of(Authentication who) {
        return of(
                who.getName(),
                who.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toSet()));
    }

    /** A user of these groups, with their team. */
    public Actor of(String userId, Set<String> groups) {
        return new Actor(
                userId, groups, groups.contains(Group.MANAGER.id()) ? Set.copyOf(teams.membersOf(userId)) : Set.of());
    }
}
