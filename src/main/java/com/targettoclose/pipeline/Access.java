package com.targettoclose.pipeline;

import com.targettoclose.process.Actor;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Knows who signed in as the one who acts. */
final class Access {

    private Access() {}

    static Actor actor(Authentication who) {
        return new Actor(
                who.getName(),
                who.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toSet()));
    }
}
