package com.targettoclose.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the session when somebody signs out in Tasklist, Cockpit or Admin: they only forget their own part of it, and
 * the next request would sign in again by itself.
 */
class EndSessionWithWebapps extends OncePerRequestFilter {

    private final RequestMatcher signOut;

    EndSessionWithWebapps(RequestMatcher signOut) {
        this.signOut = signOut;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !signOut.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (HttpStatus.valueOf(response.getStatus()).is2xxSuccessful()) {
            new SecurityContextLogoutHandler()
                    .logout(
                            request,
                            response,
                            SecurityContextHolder.getContext().getAuthentication());
        }
    }
}
