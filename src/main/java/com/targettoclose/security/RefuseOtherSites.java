package com.targettoclose.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what a page of another site makes a browser send, apart from reading. The token of a session does the same for
 * sessions; a browser also remembers a password that it was asked for by Basic authentication, and sends it along.
 */
class RefuseOtherSites extends OncePerRequestFilter {

    private static final String HEADER = "Sec-Fetch-Site";
    private static final Set<String> OURS = Set.of("same-origin", "none");
    private static final Set<String> READING =
            Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(), HttpMethod.OPTIONS.name());

    private final ProblemAnswers problems;

    RefuseOtherSites(ProblemAnswers problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var site = request.getHeader(HEADER);
        return site == null || OURS.contains(site) || READING.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        problems.answer(
                request,
                response,
                HttpStatus.FORBIDDEN,
                "A page of another site sent this. Open Target to Close itself, and do it there.");
    }
}
