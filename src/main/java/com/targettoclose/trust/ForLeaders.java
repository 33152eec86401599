package com.targettoclose.trust;

import com.targettoclose.process.people.Group;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page whether whoever looks at it leads, so that it can lead them to the report. */
@ControllerAdvice(annotations = Controller.class)
class ForLeaders {

    private static final Set<String> WHO_LEAD = Set.of(Group.MANAGER.id(), Group.LEADER.id());

    @ModelAttribute("leads")
    boolean leads(@Nullable Authentication who) {
        return who != null
                && who.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(WHO_LEAD::contains);
    }
}
