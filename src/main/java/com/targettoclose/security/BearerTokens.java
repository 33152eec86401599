package com.targettoclose.security;

import java.time.Clock;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/** Lets programs in with access tokens of the company's login service, where that is set up. */
@Component
class BearerTokens {

    private final OidcSettings settings;
    private final LoginService service;
    private final Claims claims;
    private final ShadowUsers shadows;
    private final Clock clock;

    BearerTokens(OidcSettings settings, LoginService service, Claims claims, ShadowUsers shadows, Clock clock) {
        this.settings = settings;
        this.service = service;
        this.claims = claims;
        this.shadows = shadows;
        this.clock = clock;
    }

    void forPrograms(HttpSecurity http, ProblemAnswers problems) throws Exception {
        if (settings.bearerTokens()) {
            http.oauth2ResourceServer(server -> server.authenticationEntryPoint(problems)
                    .jwt(jwt -> jwt.decoder(service.accessTokens(clock)).jwtAuthenticationConverter(this::program)));
        }
    }

    private AbstractAuthenticationToken program(Jwt token) {
        var user = claims.read(token.getClaims())
                .orElseThrow(() -> new InvalidBearerTokenException("The token names no user who could be one here."));
        if (settings.passwordsToo() && shadows.hasPassword(user.id())) {
            throw new InvalidBearerTokenException("The token names a user who signs in with a password.");
        }
        if (!user.groups().isEmpty()) {
            shadows.introduce(user);
        }
        return new JwtAuthenticationToken(token, user.authorities(), user.id());
    }
}
