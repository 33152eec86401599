package com.targettoclose.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session that may not go on, before anybody acts in it: the request goes on as nobody's and is asked to sign in.
 * So does one whose session nobody noted as it began.
 */
class EndStaleSession extends OncePerRequestFilter {

    private final OpenSessions sessions;

    EndStaleSession(OpenSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (session != null && who != null) {
            boolean goesOn = session.getAttribute(OpenSession.ATTRIBUTE) instanceof OpenSession open
                    && open.user().equals(who.getName())
                    && sessions.mayGoOn(open);
            if (!goesOn) {
                session.invalidate();
                SecurityContextHolder.clearContext();
            }
        }
        chain.doFilter(request, response);
    }
}
