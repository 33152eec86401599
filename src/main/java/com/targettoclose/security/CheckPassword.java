package com.targettoclose.security;

import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** The one identity behind both chains: the engine's identity service checks the password, its groups are the rights. */
@Component
class CheckPassword implements AuthenticationProvider {

    private final Users users;

    CheckPassword(@Lazy IdentityService identities) {
        this.users = new Users(identities);
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var id = asked.getName();
        var password =
                asked.getCredentials() == null ? "" : asked.getCredentials().toString();
        if (id == null || id.isEmpty() || !users.passwordIs(id, password)) {
            throw new BadCredentialsException("User or password is wrong.");
        }
        var groups =
                users.groupsOf(id).stream().map(SimpleGrantedAuthority::new).toList();
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(id, null, groups);
        signedIn.setDetails(asked.getDetails());
        return signedIn;
    }

    @Override
    public boolean supports(@Nullable Class<?> authentication) {
        return authentication != null && UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
