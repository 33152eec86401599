package com.targettoclose.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The two ways in, on one identity: programs by Basic authentication, people by a login form. What they may call is said
 * by the {@link AccessTable}.
 *
 * <p>Paths are matched as such: a plain string would be taken for one of Spring MVC's and miss the engine's servlets.
 */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    private static final RequestMatcher ENGINE_REST = path("/engine-rest/**");
    private static final RequestMatcher PROGRAMS =
            new OrRequestMatcher(ENGINE_REST, path("/api/**"), path("/v3/api-docs/**"), path("/actuator/**"));
    private static final RequestMatcher WEBAPP_CALLS =
            new OrRequestMatcher(path("/camunda/api/**"), path("/tasklist/**"));

    /** Stateless, by Basic authentication: our HTTP interface, the engine's, and what operations watch. */
    @Bean
    @Order(1)
    SecurityFilterChain programs(
            HttpSecurity http, @Lazy IdentityService identities, SignIn signIn, NamedInTable table, ObjectMapper json)
            throws Exception {
        var problems = new ProblemAnswers(json, signIn.challenge());
        return signIn.forPrograms(guarded(http, signIn, problems), problems)
                .securityMatcher(PROGRAMS)
                .authorizeHttpRequests(table::decideAll)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterAfter(new ActAsSignedInUser(identities, ENGINE_REST), AuthorizationFilter.class)
                .build();
    }

    /**
     * With a session, by login form: Tasklist, Cockpit and Admin. Calls of theirs carry a token of their own against
     * forged requests, which their own filter checks; login and logout carry Spring's. A recap's form carries one of its own,
     * which needs no session.
     */
    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http, SignIn signIn, NamedInTable table, ObjectMapper json)
            throws Exception {
        var problems = new ProblemAnswers(json, Challenge.NONE);
        return signIn.forPeople(guarded(http, signIn, problems), problems)
                .authorizeHttpRequests(table::decideAll)
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                                toSignIn(signIn.begin()), new NegatedRequestMatcher(WEBAPP_CALLS))
                        .defaultAuthenticationEntryPointFor(problems, WEBAPP_CALLS)
                        .defaultAccessDeniedHandlerFor(
                                new BackToTheForm(signIn.again()), new NegatedRequestMatcher(WEBAPP_CALLS))
                        .defaultAccessDeniedHandlerFor(problems, WEBAPP_CALLS))
                .csrf(csrf -> csrf.ignoringRequestMatchers(WEBAPP_CALLS, ThrottleRecaps.RECAPS))
                .build();
    }

    /** Hands who signed in to the webapps, behind the chains. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> signedInForWebapps() {
        var registration = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        registration.setInitParameters(
                Map.of(ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM, SignedInUser.class.getName()));
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        return registration;
    }

    /** What both ways in share: safe headers on every answer, and requests that are turned away before anybody is asked. */
    private static HttpSecurity guarded(HttpSecurity http, SignIn signIn, ProblemAnswers problems) throws Exception {
        return http.headers(SafeHeaders.all(signIn.signOutAt()))
                .addFilterAfter(new RefuseOtherSites(problems), HeaderWriterFilter.class)
                .addFilterAfter(new LimitBodies(problems), RefuseOtherSites.class);
    }

    /** Where to sign in, without the host that the request named: that may be anybody's. */
    private static LoginUrlAuthenticationEntryPoint toSignIn(String begin) {
        var entry = new LoginUrlAuthenticationEntryPoint(begin);
        entry.setFavorRelativeUris(true);
        return entry;
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }
}
