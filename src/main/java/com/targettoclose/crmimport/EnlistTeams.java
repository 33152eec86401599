package com.targettoclose.crmimport;

import com.targettoclose.process.people.Group;
import com.targettoclose.process.people.SalesForce;
import com.targettoclose.process.people.SalesTeams;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes users of a teams file's agents and managers, and notes who leads whom: whoever led an agent of the file before
 * does not any more. Done twice, it changes nothing.
 */
@Service
class EnlistTeams {

    private final SalesForce salesForce;
    private final SalesTeams teams;

    EnlistTeams(SalesForce salesForce, SalesTeams teams) {
        this.salesForce = salesForce;
        this.teams = teams;
    }

    @Transactional
    void enlist(TeamsFile file) {
        Map<String, String> agents = new HashMap<>();
        Map<String, String> managers = new HashMap<>();
        Map<String, Set<String>> led = new HashMap<>();
        for (var pair : file.pairs()) {
            var agent = agents.computeIfAbsent(pair.agent(), name -> salesForce.enlist(name, Group.REP));
            if (pair.manager() != null) {
                var manager = managers.computeIfAbsent(pair.manager(), name -> salesForce.enlist(name, Group.MANAGER));
                led.computeIfAbsent(agent, id -> new HashSet<>()).add(manager);
            }
        }
        led.forEach(teams::keepOnly);
    }
}
