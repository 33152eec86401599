package com.targettoclose.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/** Answers what the firewall before the chains refused: an address that two readers could read in two ways. */
@Component
class RefuseOddRequests implements RequestRejectedHandler {

    private final ProblemAnswers problems;

    RefuseOddRequests(ObjectMapper json) {
        this.problems = new ProblemAnswers(json, Challenge.NONE);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException refused)
            throws IOException {
        problems.answer(
                request,
                response,
                HttpStatus.BAD_REQUEST,
                "This address or method is not taken. Write it plainly, without ';', '//', '..', zeros or encoded"
                        + " slashes.");
    }
}
