package com.targettoclose.process.people;

import java.util.Set;
import org.springframework.stereotype.Service;

/** Knows, of whoever acts, the team that they lead. Only managers are asked for it: it is one more query. */
@Service
public class Actors {

    private final SalesTeams teams;

    Actors(SalesTeams teams) {
        this.teams = teams;
    }

    /** A user of these groups, with their team. */
    public Actor of(String userId, Set<String> groups) {
        return new Actor(
                userId, groups, groups.contains(Group.MANAGER.id()) ? Set.copyOf(teams.membersOf(userId)) : Set.of());
    }
}
