package com.targettoclose.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** The one identity behind both chains: the engine's users and their passwords, whose groups are the rights. */
@Component
class CheckPassword implements AuthenticationProvider {

    /** Nobody types more; hashing what a stranger sends has to cost little. */
    private static final int LONGEST = 1_000;

    private final Accounts accounts;
    private final Throttle throttle;

    CheckPassword(Accounts accounts, Throttle throttle) {
        this.accounts = accounts;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var id = asked.getName();
        var password =
                asked.getCredentials() == null ? "" : asked.getCredentials().toString();
        if (id == null || id.isEmpty() || password.isEmpty() || password.length() > LONGEST) {
            throw wrong();
        }
        var source = asked.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        if (!accounts.passwordIs(id, password, check -> throttle.attempt(source, id, check))) {
            throw wrong();
        }
        var groups =
                accounts.groupsOf(id).stream().map(SimpleGrantedAuthority::new).toList();
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(id, null, groups);
        signedIn.setDetails(asked.getDetails());
        return signedIn;
    }

    @Override
    public boolean supports(@Nullable Class<?> authentication) {
        return authentication != null && UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private static BadCredentialsException wrong() {
        return new BadCredentialsException("User or password is wrong.");
    }
}
