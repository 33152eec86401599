package com.targettoclose.security;

import static com.targettoclose.process.Group.LEADER;
import static com.targettoclose.process.Group.MANAGER;
import static com.targettoclose.process.Group.REP;

import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads whoever signed in to where they work: who sells to Tasklist, who looks after it all to Cockpit. */
@Controller
class HomePage {

    private static final Set<String> WHO_SELL = Set.of(REP.id(), MANAGER.id(), LEADER.id());

    @GetMapping("/")
    String home(Authentication who) {
        boolean sells = who.getAuthorities().stream().anyMatch(group -> WHO_SELL.contains(group.getAuthority()));
        return "redirect:/camunda/app/" + (sells ? "tasklist" : "cockpit") + "/default/";
    }
}
