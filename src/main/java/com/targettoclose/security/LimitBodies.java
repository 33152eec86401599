package com.targettoclose.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes no more of a body than is needed: files only where files are meant to come, and of everything else one megabyte.
 * A body that does not say its length is read ahead up to that. A CRM's export may be larger than fits into memory; how
 * large is a setting of uploads, which are read from disk.
 */
class LimitBodies extends OncePerRequestFilter {

    /** The most of a body, unless it is a file. */
    static final DataSize MOST = DataSize.ofMegabytes(1);

    /** The most of diagrams, tables and forms in one deployment, or in what is held against the rules. */
    static final DataSize MOST_DEPLOYED = DataSize.ofMegabytes(10);

    private static final RequestMatcher IMPORT = post("/api/imports");
    private static final RequestMatcher DEPLOYMENT = new OrRequestMatcher(
            post("/engine-rest/deployment/create"),
            post("/camunda/api/engine/engine/default/deployment/create"),
            post("/api/verifications"),
            post("/api/replays"),
            post("/process/checks"),
            post("/process/what-ifs"));

    private final ProblemAnswers problems;

    LimitBodies(ProblemAnswers problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (IMPORT.matches(request)) {
            chain.doFilter(request, response);
            return;
        }
        boolean deploys = DEPLOYMENT.matches(request);
        var most = deploys ? MOST_DEPLOYED : MOST;
        if (is(MediaType.MULTIPART_FORM_DATA, request) && !deploys) {
            problems.answer(
                    request, response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Files are not taken here. Send JSON.");
        } else if (request.getContentLengthLong() > most.toBytes()) {
            tooLarge(request, response, most);
        } else if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null) {
            chain.doFilter(request, response);
        } else {
            readAhead(request, response, chain, most);
        }
    }

    private void readAhead(HttpServletRequest request, HttpServletResponse response, FilterChain chain, DataSize most)
            throws ServletException, IOException {
        if (is(MediaType.APPLICATION_FORM_URLENCODED, request)) {
            problems.answer(
                    request, response, HttpStatus.LENGTH_REQUIRED, "Say how long the form is, in Content-Length.");
            return;
        }
        var body = request.getInputStream().readNBytes((int) most.toBytes() + 1);
        if (body.length > most.toBytes()) {
            tooLarge(request, response, most);
        } else {
            chain.doFilter(new ReadBody(request, body), response);
        }
    }

    private void tooLarge(HttpServletRequest request, HttpServletResponse response, DataSize most) throws IOException {
        // what is left of it is not worth reading
        response.setHeader(HttpHeaders.CONNECTION, "close");
        problems.answer(
                request,
                response,
                HttpStatus.PAYLOAD_TOO_LARGE,
                "This is larger than the " + most.toMegabytes() + " MB that are taken here. Send less at a time.");
    }

    private static boolean is(MediaType type, HttpServletRequest request) {
        var sent = request.getContentType();
        return sent != null && sent.strip().toLowerCase(Locale.ROOT).startsWith(type.toString());
    }

    private static RequestMatcher post(String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, path);
    }
}
