package com.targettoclose.pipeline;

import com.targettoclose.process.Actor;
import com.targettoclose.process.Actors;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/** Knows who signed in as the one who acts. */
@Component
class Access {

    private final Actors actors;

    Access(Actors actors) {
        this.actors = actors;
    }

    Actor actor(Authentication who) {
        return actors.of(
                who.getName(),
                who.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toSet()));
    }
}
