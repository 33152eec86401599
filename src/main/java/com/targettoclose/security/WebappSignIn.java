package com.targettoclose.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationDto;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;

/**
 * Signs in through the webapps' own login form, which they show once somebody signed out or the session is over. It leads
 * to the same session as ours does. Only with the header that their pages send: another site's form cannot.
 */
final class WebappSignIn {

    private static final String HEADER = "X-XSRF-TOKEN";
    private static final String PATH = "/camunda/api/admin/auth/user/default/login/*";

    private final ObjectMapper json;

    WebappSignIn(ObjectMapper json) {
        this.json = json;
    }

    UsernamePasswordAuthenticationFilter filter(
            AuthenticationProvider checkPassword,
            AuthenticationEntryPoint refusal,
            SessionAuthenticationStrategy begin) {
        var filter = new UsernamePasswordAuthenticationFilter(new ProviderManager(checkPassword));
        filter.setRequiresAuthenticationRequestMatcher(new AndRequestMatcher(
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, PATH),
                request -> request.getHeader(HEADER) != null));
        filter.setSessionAuthenticationStrategy(begin);
        filter.setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        filter.setAuthenticationSuccessHandler(this::answer);
        filter.setAuthenticationFailureHandler(new AuthenticationEntryPointFailureHandler(refusal));
        return filter;
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        var groups = who.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
        var engine = ProcessEngines.NAME_DEFAULT;
        var signedIn = AuthenticationUtil.createAuthentication(engine, who.getName(), groups, null);
        AuthenticationUtil.getAuthsFromSession(request.getSession()).addOrReplace(signedIn);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getWriter(), AuthenticationDto.fromAuthentication(signedIn));
    }
}
