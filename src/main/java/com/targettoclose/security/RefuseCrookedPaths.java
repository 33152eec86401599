package com.targettoclose.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a path that only after some tidying leads to one of the engine's servlets: {@code /camunda//api}, {@code
 * /camunda/api/%63ockpit}, {@code /camunda/api/cockpit;x=1}. It comes before the firewall, because Spring reads the path before that and fails over it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefuseCrookedPaths extends OncePerRequestFilter {

    private static final String SENTENCE = "This address is not taken. Write the path plainly.";

    private final ObjectMapper json;

    RefuseCrookedPaths(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isStraight(request)) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getWriter(), ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, SENTENCE));
    }

    private static boolean isStraight(HttpServletRequest request) {
        if (request.getHttpServletMapping().getMappingMatch() != MappingMatch.PATH) {
            return true;
        }
        var path = request.getRequestURI();
        var servlet = request.getContextPath() + request.getServletPath();
        return path.equals(servlet) || path.startsWith(servlet + "/");
    }
}
