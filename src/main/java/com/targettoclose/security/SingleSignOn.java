package com.targettoclose.security;

import com.targettoclose.audit.Attempt;
import com.targettoclose.audit.AuditTrail;
import com.targettoclose.audit.Door;
import com.targettoclose.audit.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.authentication.ui.DefaultLogoutPageGeneratingFilter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/**
 * Lets people in with the company's login service, by OpenID Connect's code flow with PKCE. Who they are and what groups
 * they are in is said by its claims, and by nothing else.
 */
@Component
class SingleSignOn {

    private static final String NOBODY_HERE = "Your login is right, but it carries no user id that can be used here."
            + " Ask whoever runs the login service which claim holds it.";
    private static final String NO_GROUP = "Your login is right, but it is in no group that works here. Ask whoever"
            + " keeps the groups of the login service to put you into one.";
    private static final String HAS_PASSWORD =
            "There is a user with this id who signs in with a password. Do the same, or ask an administrator.";

    private static final String ONLY_HERE =
            "You are signed out here. Your company's login still knows you: sign out there too if others use this screen.";

    private final OidcSettings settings;
    private final LoginService service;
    private final Claims claims;
    private final ShadowUsers shadows;
    private final AuditTrail audit;

    SingleSignOn(OidcSettings settings, LoginService service, Claims claims, ShadowUsers shadows, AuditTrail audit) {
        this.settings = settings;
        this.service = service;
        this.claims = claims;
        this.shadows = shadows;
        this.audit = audit;
    }

    /** Lets people in by the login service, where there is one. */
    void forPeople(HttpSecurity http) throws Exception {
        if (!settings.on()) {
            return;
        }
        http.oauth2Login(login -> login.loginPage(settings.passwordsToo() ? SignIn.FORM : LoginService.BEGIN)
                        .clientRegistrationRepository(service.registrations())
                        .authorizedClientRepository(new NoTokensKept())
                        .userInfoEndpoint(info -> info.oidcUserService(this::user))
                        .failureHandler(this::refuse)
                        .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                            @Override
                            public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                                filter.setAuthenticationFailureHandler(SingleSignOn.this::away);
                                return filter;
                            }
                        }))
                .logout(logout -> logout.logoutSuccessHandler(signedOut()));
        http.addFilterBefore(signOutPage(), AuthorizationFilter.class);
        if (!settings.passwordsToo()) {
            http.addFilterBefore(new LoginServiceInstead(), AuthorizationFilter.class);
        }
    }

    /** Asks whether to sign out; Spring's comes only together with its login form. */
    private static DefaultLogoutPageGeneratingFilter signOutPage() {
        var page = new DefaultLogoutPageGeneratingFilter();
        page.setResolveHiddenInputs(
                request -> request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                        ? Map.of(token.getParameterName(), token.getToken())
                        : Map.of());
        return page;
    }

    private OidcUser user(OidcUserRequest request) {
        var known = new OidcUserService().loadUser(request);
        var user = claims.read(known.getClaims()).orElseThrow(() -> new NotLetIn(null, NOBODY_HERE));
        if (user.groups().isEmpty()) {
            throw new NotLetIn(user.id(), NO_GROUP);
        }
        if (settings.passwordsToo() && shadows.hasPassword(user.id())) {
            throw new NotLetIn(user.id(), HAS_PASSWORD);
        }
        shadows.bringUpToDate(user);
        return new KnownUser(user.id(), user.authorities(), known);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        var status = HttpStatus.UNAUTHORIZED;
        var sentence = "Signing in did not work. Begin again; if it happens again, ask whoever runs the login service.";
        if (refused instanceof NotLetIn notLetIn) {
            status = HttpStatus.FORBIDDEN;
            sentence = String.valueOf(notLetIn.getMessage());
            audit.keep(new Attempt(
                    notLetIn.user(),
                    Door.PAGES,
                    "sign in",
                    null,
                    Outcome.REFUSED,
                    status.value(),
                    request.getRemoteAddr()));
        }
        new PlainPage(status, "You are not signed in", sentence, "/", "Try again").send(response);
    }

    private void away(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        var sentence = String.valueOf(new LoginServiceAway(refused).getMessage());
        new PlainPage(HttpStatus.SERVICE_UNAVAILABLE, "You are not signed in", sentence, "/", "Try again")
                .send(response);
    }

    /** Signs out there too, so that the next person at this screen does not come in as this one. */
    private LogoutSuccessHandler signedOut() {
        var there = new OidcClientInitiatedLogoutSuccessHandler(service.registrations());
        there.setPostLogoutRedirectUri("{baseUrl}/");
        there.setDefaultTargetUrl(SignIn.FORM + "?out");
        return (HttpServletRequest request, HttpServletResponse response, Authentication who) -> {
            if (who instanceof OAuth2AuthenticationToken && !service.endsSessions()) {
                new PlainPage(HttpStatus.OK, "You are signed out", ONLY_HERE, "/", "Sign in again").send(response);
            } else {
                there.onLogoutSuccess(request, response, who);
            }
        };
    }

    /** Somebody who signed in, called by their id here. */
    private static final class KnownUser extends DefaultOidcUser {

        private static final long serialVersionUID = 1L;

        private final String id;

        KnownUser(String id, Set<GrantedAuthority> groups, OidcUser user) {
            super(groups, user.getIdToken(), user.getUserInfo());
            this.id = id;
        }

        @Override
        public String getName() {
            return id;
        }
    }
}
