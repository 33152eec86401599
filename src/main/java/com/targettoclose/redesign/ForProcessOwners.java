package com.targettoclose.redesign;

import com.targettoclose.process.people.Group;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page whether whoever looks at it redesigns the process, so that it can lead them there. */
@ControllerAdvice(annotations = Controller.class)
class ForProcessOwners {

    @ModelAttribute("redesigns")
    boolean redesigns(@Nullable Authentication who) {
        return who != null
                && who.getAuthorities().stream()
                        .anyMatch(it -> Group.PROCESS_OWNER.id().equals(it.getAuthority()));
    }
}
