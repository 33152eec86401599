package com.targettoclose.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads from our login form, where passwords open nothing, to the login service; and who just signed out, to the first page. */
final class LoginServiceInstead extends OncePerRequestFilter {

    private static final RequestMatcher FORM =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, SignIn.FORM);

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !FORM.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.sendRedirect("out".equals(request.getQueryString()) ? "/" : LoginService.BEGIN);
    }
}
