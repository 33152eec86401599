package com.targettoclose.home;

import com.targettoclose.process.people.Group;
import com.targettoclose.process.people.SalesForce;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what this is and, for whoever signed in, where their work is and how the system is. */
@Hidden
@Controller
class HomePage {

    private static final Set<String> WHO_MEND = Set.of(Group.OPERATIONS.id(), Group.ADMIN.id());

    private final SalesForce salesForce;
    private final SystemState state;

    HomePage(SalesForce salesForce, SystemState state) {
        this.salesForce = salesForce;
        this.state = state;
    }

    @GetMapping("/")
    String home(@Nullable Authentication who, Model model) {
        if (who == null) {
            model.addAttribute("doors", List.of(Door.values()));
        } else {
            var groups = who.getAuthorities().stream()
                    .map(GrantedAuthority::getAuthority)
                    .collect(Collectors.toSet());
            model.addAttribute("doors", Door.of(groups));
            model.addAttribute(
                    "name", salesForce.names(List.of(who.getName())).getOrDefault(who.getName(), who.getName()));
            model.addAttribute("state", state.inWords(groups.stream().anyMatch(WHO_MEND::contains)));
        }
        return "home";
    }
}
