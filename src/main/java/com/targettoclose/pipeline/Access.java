package com.targettoclose.pipeline;

import com.targettoclose.process.people.Actor;
import com.targettoclose.process.people.Actors;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/** Knows who signed in as the one who acts. */
@Component
public class Access {

    private final Actors actors;

    Access(Actors actors) {
        this.actors = actors;
    }

    /** Who signed in, with their team. */
    public Actor actor(Authentication who) {
        return actors.of(
                who.getName(),
                who.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toSet()));
    }
}
