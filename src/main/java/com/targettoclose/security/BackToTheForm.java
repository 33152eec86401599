package com.targettoclose.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * Answers a form of ours that was sent with the token of a session that is gone: it ended, or its node did. Nothing was
 * done. Whoever sent it comes out at the form again, after signing in where they have to; what they typed the page itself
 * has kept ({@code look/typed.js}).
 */
final class BackToTheForm implements AccessDeniedHandler {

    /** In the address of the form: what is filled in there was not taken. */
    private static final String UNSENT = "?unsent";

    /** Where Spring Security looks for what somebody had asked for before they signed in. */
    private static final String WANTED = "SPRING_SECURITY_SAVED_REQUEST";

    private final AccessDeniedHandler refuse = new AccessDeniedHandlerImpl();
    private final String signInAgain;

    BackToTheForm(String signInAgain) {
        this.signInAgain = signInAgain;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException, ServletException {
        var form = form(request);
        boolean signedIn = SecurityContextHolder.getContext().getAuthentication() != null;
        if (!(refused instanceof CsrfException) || form.isEmpty()) {
            refuse.handle(request, response, refused);
        } else if (signedIn) {
            lead(response, request.getContextPath() + form.get());
        } else {
            request.getSession().setAttribute(WANTED, new SimpleSavedRequest(form.get()));
            lead(response, request.getContextPath() + signInAgain);
        }
    }

    private static void lead(HttpServletResponse response, String to) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, to);
    }

    /** The page that the form stands on, without the host that the browser names; of the login form, the first page. */
    private static Optional<String> form(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.REFERER))
                .flatMap(BackToTheForm::path)
                .filter(path -> path.startsWith(request.getContextPath() + "/") && !path.startsWith("//"))
                .map(path -> path.substring(request.getContextPath().length()))
                .map(path -> path.equals(SignIn.FORM) ? "/" : path + UNSENT);
    }

    private static Optional<String> path(String address) {
        try {
            return Optional.ofNullable(URI.create(address).getRawPath());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
