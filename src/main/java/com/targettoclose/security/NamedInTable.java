package com.targettoclose.security;

import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Lets a request pass where the {@link AccessTable} names it for one of the groups of whoever sends it. */
@Component
class NamedInTable {

    private final AccessTable table = AccessTableReader.read(shipped());

    AccessTable table() {
        return table;
    }

    /** An error's own page is shown whoever asked; about all else the table decides. */
    void decideAll(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .anyRequest()
                .access(this::decide);
    }

    private AuthorizationDecision decide(Supplier<Authentication> who, RequestAuthorizationContext asked) {
        var request = asked.getRequest();
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return new AuthorizationDecision(table.find(HttpMethod.valueOf(request.getMethod()), path)
                .filter(line -> line.lets(who.get()))
                .isPresent());
    }

    private static String shipped() {
        try {
            return new ClassPathResource("docs/access.md").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
