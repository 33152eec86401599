package com.targettoclose.security;

import com.targettoclose.audit.Attempt;
import com.targettoclose.audit.AuditTrail;
import com.targettoclose.audit.Door;
import com.targettoclose.audit.Outcome;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sees every call of somebody known and how it was answered, whoever answered: the chain, our interface, the engine or
 * its guard. Says through which door it came, and writes down afterwards what the audit trail is to know of it.
 */
class KeepAudit extends OncePerRequestFilter {

    private static final Pattern WEBAPP = Pattern.compile("/camunda/(?:app|api)/(cockpit|admin|tasklist)/.*");

    private final AuditTrail trail;
    private final ConcernedOpportunity concerned;

    KeepAudit(AuditTrail trail, ConcernedOpportunity concerned) {
        this.trail = trail;
        this.concerned = concerned;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var before = who();
        var door = door(request);
        var passage = door.open();
        int status = HttpStatus.INTERNAL_SERVER_ERROR.value();
        try {
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            passage.close();
            var act = new Act(request.getMethod(), path(request), before, who(), status);
            act.outcome().ifPresent(outcome -> keep(act, outcome, request));
        }
    }

    private void keep(Act act, Outcome outcome, HttpServletRequest request) {
        trail.keep(new Attempt(
                act.who(),
                door(request),
                act.method() + " " + act.path(),
                opportunity(act),
                outcome,
                act.status(),
                request.getRemoteAddr()));
    }

    private @Nullable String opportunity(Act act) {
        try {
            return concerned.by(act);
        } catch (RuntimeException e) {
            logger.warn("Cannot tell which opportunity this was about: " + act, e);
            return null;
        }
    }

    /** The engine's calls are the same from each of the webapps: the page that sent them tells which. */
    private static Door door(HttpServletRequest request) {
        var path = path(request);
        var webapp = WEBAPP.matcher(path.startsWith("/camunda/api/engine/") ? page(request) : path);
        if (webapp.matches()) {
            return Door.valueOf(webapp.group(1).toUpperCase(Locale.ROOT));
        }
        if (path.startsWith("/engine-rest/")) {
            return Door.ENGINE_REST;
        }
        return path.startsWith("/api/") ? Door.API : Door.PAGES;
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static String page(HttpServletRequest request) {
        var referer = request.getHeader(HttpHeaders.REFERER);
        try {
            return referer == null
                    ? ""
                    : Objects.requireNonNullElse(URI.create(referer).getPath(), "");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static @Nullable String who() {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who == null || who instanceof AnonymousAuthenticationToken ? null : who.getName();
    }
}
