package com.targettoclose.security;

import static com.targettoclose.process.Group.ADMIN;
import static com.targettoclose.process.Group.LEADER;
import static com.targettoclose.process.Group.OPERATIONS;
import static com.targettoclose.process.Group.PROCESS_OWNER;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.targettoclose.process.Group;
import java.util.Arrays;
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
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The two ways in, on one identity: programs by Basic authentication, people by a login form. What is not named here is
 * denied.
 *
 * <p>Paths are matched as such: a plain string would be taken for one of Spring MVC's and miss the engine's servlets.
 */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    private static final String[] ANY_GROUP =
            Arrays.stream(Group.values()).map(Group::id).toArray(String[]::new);
    private static final String[] WHO_LOOK_AFTER_IT = {OPERATIONS.id(), PROCESS_OWNER.id(), ADMIN.id()};
    private static final String[] WHO_IMPORT = {OPERATIONS.id(), PROCESS_OWNER.id(), LEADER.id(), ADMIN.id()};

    private static final RequestMatcher ENGINE_REST = path("/engine-rest/**");
    private static final RequestMatcher PROGRAMS =
            new OrRequestMatcher(ENGINE_REST, path("/api/**"), path("/v3/api-docs/**"), path("/actuator/**"));
    private static final RequestMatcher WEBAPP_CALLS = path("/camunda/api/**");

    /** Stateless, by Basic authentication: our HTTP interface, the engine's, and what operations watch. */
    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, @Lazy IdentityService identities, SignIn signIn, ObjectMapper json)
            throws Exception {
        var problems = new ProblemAnswers(json, true);
        return signIn.forPrograms(http, problems)
                .securityMatcher(PROGRAMS)
                .authorizeHttpRequests(requests -> requests.requestMatchers(path("/actuator/health/**"))
                        .permitAll()
                        .requestMatchers(path("/actuator/**"))
                        .hasAnyAuthority(OPERATIONS.id(), ADMIN.id())
                        // would tell whose password is right
                        .requestMatchers(
                                path("/engine-rest/identity/verify"), path("/engine-rest/engine/*/identity/verify"))
                        .denyAll()
                        .requestMatchers(path(HttpMethod.POST, "/api/imports/**"))
                        .hasAnyAuthority(WHO_IMPORT)
                        .anyRequest()
                        .hasAnyAuthority(ANY_GROUP))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterAfter(new ActAsSignedInUser(identities, ENGINE_REST), AuthorizationFilter.class)
                .build();
    }

    /**
     * With a session, by login form: Tasklist, Cockpit and Admin. Calls of theirs carry a token of their own against
     * forged requests, which their own filter checks; login and logout carry Spring's.
     */
    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http, SignIn signIn, ObjectMapper json) throws Exception {
        var problems = new ProblemAnswers(json, false);
        return signIn.forPeople(http, problems)
                .authorizeHttpRequests(requests -> requests.requestMatchers(path("/error"))
                        .permitAll()
                        // make an administrator of whoever comes first
                        .requestMatchers(path("/camunda/api/admin/setup/**"), path("/camunda/app/admin/*/setup/**"))
                        .denyAll()
                        // would tell whose password is right; signing in is the business of filters
                        .requestMatchers(
                                path("/camunda/api/admin/auth/user/*/login/**"),
                                path("/camunda/api/engine/engine/*/identity/verify"))
                        .denyAll()
                        // the engine's name: the webapps' login form asks for it first
                        .requestMatchers(path(HttpMethod.GET, "/camunda/api/engine/engine/"))
                        .permitAll()
                        .requestMatchers(path("/camunda/api/admin/auth/**"))
                        .hasAnyAuthority(ANY_GROUP)
                        .requestMatchers(path("/camunda/app/admin/**"), path("/camunda/api/admin/**"))
                        .hasAuthority(ADMIN.id())
                        .requestMatchers(path("/camunda/app/cockpit/**"), path("/camunda/api/cockpit/**"))
                        .hasAnyAuthority(WHO_LOOK_AFTER_IT)
                        .requestMatchers(path("/"), path("/camunda/**"))
                        .hasAnyAuthority(ANY_GROUP)
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(SignIn.FORM),
                                new NegatedRequestMatcher(WEBAPP_CALLS))
                        .defaultAuthenticationEntryPointFor(problems, WEBAPP_CALLS)
                        .defaultAccessDeniedHandlerFor(
                                new AccessDeniedHandlerImpl(), new NegatedRequestMatcher(WEBAPP_CALLS))
                        .defaultAccessDeniedHandlerFor(problems, WEBAPP_CALLS))
                .csrf(csrf -> csrf.ignoringRequestMatchers(WEBAPP_CALLS))
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

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    private static RequestMatcher path(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }
}
