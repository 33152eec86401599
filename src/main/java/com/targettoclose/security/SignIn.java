package com.targettoclose.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.targettoclose.audit.AuditTrail;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;

/** How each of the two ways in finds out who is asking. */
@Component
class SignIn {

    /** Our login form. */
    static final String FORM = "/login";

    private static final String WEBAPP_SIGN_OUT = "/camunda/api/admin/auth/user/*/logout";

    private final CheckPassword checkPassword;
    private final SingleSignOn singleSignOn;
    private final BearerTokens bearerTokens;
    private final OidcSettings oidc;
    private final OpenSessions sessions;
    private final AuditTrail audit;
    private final ConcernedOpportunity concerned;
    private final ObjectMapper json;

    SignIn(
            CheckPassword checkPassword,
            SingleSignOn singleSignOn,
            BearerTokens bearerTokens,
            OidcSettings oidc,
            OpenSessions sessions,
            AuditTrail audit,
            ConcernedOpportunity concerned,
            ObjectMapper json) {
        this.checkPassword = checkPassword;
        this.singleSignOn = singleSignOn;
        this.bearerTokens = bearerTokens;
        this.oidc = oidc;
        this.sessions = sessions;
        this.audit = audit;
        this.concerned = concerned;
        this.json = json;
    }

    /** Programs: with a password by Basic authentication or with a token, and with each call anew. */
    HttpSecurity forPrograms(HttpSecurity http, ProblemAnswers problems) throws Exception {
        if (once(http)) {
            http.httpBasic(basic -> basic.authenticationEntryPoint(problems));
        }
        bearerTokens.forPrograms(http, problems);
        return http.addFilterAfter(new KeepAudit(audit, concerned), SecurityContextHolderFilter.class)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    /**
     * People: by our login form, the webapps' own or the company's login, into one session, which ends with the webapps'
     * own way out too.
     */
    HttpSecurity forPeople(HttpSecurity http, ProblemAnswers problems) throws Exception {
        SessionAuthenticationStrategy begin = new CompositeSessionAuthenticationStrategy(
                List.of(new ChangeSessionIdAuthenticationStrategy(), sessions));
        var signOut = PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, WEBAPP_SIGN_OUT);
        if (once(http)) {
            http.formLogin(form -> form.loginPage(FORM).failureHandler(new RefuseSignIn(FORM)))
                    .logout(out -> out.logoutSuccessUrl(FORM + "?out"))
                    .addFilterAt(
                            new WebappSignIn(json).filter(checkPassword, problems, begin),
                            UsernamePasswordAuthenticationFilter.class);
        }
        singleSignOn.forPeople(http);
        return http.sessionManagement(session -> session.sessionAuthenticationStrategy(begin))
                .addFilterAfter(new KeepAudit(audit, concerned), SecurityContextHolderFilter.class)
                .addFilterAfter(new EndStaleSession(sessions), SecurityContextHolderFilter.class)
                .addFilterAfter(new EndSessionWithWebapps(signOut), AuthorizationFilter.class);
    }

    /** Where a browser is sent that has to sign in. */
    String begin() {
        return oidc.passwordsToo() ? FORM : LoginService.BEGIN;
    }

    /** Where a browser is sent that was signed in and has to do so again. */
    String again() {
        return oidc.passwordsToo() ? FORM + "?expired" : LoginService.BEGIN;
    }

    /** The login service, where somebody is signed out too; empty where there is none. */
    String signOutAt() {
        return oidc.origin();
    }

    /** What programs can sign in with. */
    Challenge challenge() {
        return new Challenge(oidc.passwordsToo(), oidc.bearerTokens());
    }

    /**
     * Whether passwords open anything; then they are asked for once. Spring would ask again, in a parent that it makes of
     * the same check.
     */
    private boolean once(HttpSecurity http) {
        http.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(null);
        if (oidc.passwordsToo()) {
            http.authenticationProvider(checkPassword);
        }
        return oidc.passwordsToo();
    }
}
