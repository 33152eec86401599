package com.targettoclose.security;

import com.targettoclose.audit.Attempt;
import com.targettoclose.audit.AuditTrail;
import com.targettoclose.audit.Door;
import com.targettoclose.audit.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
    private final AuditTrail audit;

    CheckPassword(Accounts accounts, Throttle throttle, AuditTrail audit) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.audit = audit;
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
            keep(id, source);
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

    /** The name only where somebody is called so: people type their password into the wrong field. */
    private void keep(String id, String source) {
        var known = accounts.find(id).map(Account::id).orElse(null);
        var door = Door.current().orElse(Door.PAGES);
        audit.keep(new Attempt(known, door, "sign in", null, Outcome.REFUSED, HttpStatus.UNAUTHORIZED.value(), source));
    }

    private static BadCredentialsException wrong() {
        return new BadCredentialsException("User or password is wrong.");
    }
}
