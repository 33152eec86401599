package com.targettoclose.home;

import com.targettoclose.process.people.Group;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page who looks at it, and whether they sell, so that it can lead them back to their conversations. */
@ControllerAdvice(annotations = Controller.class)
class BackToWork {

    private static final Set<String> WHO_SELL = Set.of(Group.REP.id(), Group.MANAGER.id(), Group.LEADER.id());

    /** Whose words the page's forms keep; null for nobody. */
    @ModelAttribute("signedIn")
    @Nullable
    String signedIn(@Nullable Authentication who) {
        return who == null ? null : who.getName();
    }

    @ModelAttribute("sells")
    boolean sells(@Nullable Authentication who) {
        return who != null
                && who.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(WHO_SELL::contains);
    }
}
