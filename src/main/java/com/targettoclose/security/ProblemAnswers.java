package com.targettoclose.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Answers programs that may not pass with problem details: 401 where nobody is signed in or the password is wrong, 429
 * where it was wrong too often, 403 where this is not for them, 503 where the login service cannot be asked.
 */
class ProblemAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ObjectMapper json;
    private final Challenge challenge;

    /** @param challenge what a 401 asks for */
    ProblemAnswers(ObjectMapper json, Challenge challenge) {
        this.json = json;
        this.challenge = challenge;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        if (refused instanceof TooManyAttempts tooMany) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.seconds()));
            answer(request, response, HttpStatus.TOO_MANY_REQUESTS, String.valueOf(tooMany.getMessage()));
        } else if (refused instanceof LoginServiceAway away) {
            answer(request, response, HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(away.getMessage()));
        } else {
            challenge.headers().forEach(header -> response.addHeader(HttpHeaders.WWW_AUTHENTICATE, header));
            var sent = request.getHeader(HttpHeaders.AUTHORIZATION);
            answer(request, response, HttpStatus.UNAUTHORIZED, challenge.sentence(sent));
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        answer(request, response, HttpStatus.FORBIDDEN, "This is not for your group, or nothing is there.");
    }

    /** Answers with a status and a sentence that says what to do next. */
    void answer(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String sentence)
            throws IOException {
        var problem = ProblemDetail.forStatusAndDetail(status, sentence);
        address(request).ifPresent(problem::setInstance);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getWriter(), problem);
    }

    /** What was asked for; nothing where that is no address. */
    private static Optional<URI> address(HttpServletRequest request) {
        try {
            return Optional.of(new URI(request.getRequestURI()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
