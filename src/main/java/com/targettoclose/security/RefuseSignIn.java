package com.targettoclose.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;

/** Answers the login form: back to it after a wrong password, and a page that says how long to wait after too many. */
class RefuseSignIn extends SimpleUrlAuthenticationFailureHandler {

    RefuseSignIn(String form) {
        super(form + "?error");
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException, ServletException {
        if (refused instanceof TooManyAttempts tooMany) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.seconds()));
            new PlainPage(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "Please wait a little",
                            String.valueOf(tooMany.getMessage()),
                            SignIn.FORM,
                            "Back to the login form")
                    .send(response);
        } else {
            super.onAuthenticationFailure(request, response, refused);
        }
    }
}
