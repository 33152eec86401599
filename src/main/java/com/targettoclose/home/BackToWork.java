package com.targettoclose.home;

import com.targettoclose.process.people.Group;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page whether whoever looks at it sells, so that it can lead them back to their conversations. */
@ControllerAdvice(annotations = Controller.class)
class BackToWork {

    private static final Set<String> WHO_SELL = Set.of(Group.REP.id(), Group.MANAGER.id(), Group.LEADER.id());

    @ModelAttribute("sells")
    boolean sells(@Nullable Authentication who) {
        return who != null
                && who.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(WHO_SELL::contains);
    }
}
