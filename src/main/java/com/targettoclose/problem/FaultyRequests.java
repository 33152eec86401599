package com.targettoclose.problem;

import com.targettoclose.conversation.Refused;
import jakarta.ws.rs.WebApplicationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers every request that cannot be served with problem details, and none with a stack trace. */
@RestControllerAdvice
class FaultyRequests extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FaultyRequests.class);

    @ExceptionHandler(Refused.class)
    ResponseEntity<Object> refused(Refused refused) {
        return Problems.of(refused.refusal());
    }

    /** What the engine was asked on behalf of a request and refused; the status is the refusal's, the message its sentence. */
    @ExceptionHandler(WebApplicationException.class)
    ResponseEntity<Object> refusedByTheEngine(WebApplicationException refused) {
        var status = HttpStatus.valueOf(refused.getResponse().getStatus());
        return ResponseEntity.status(status)
                .body(Problems.problem(status, status.getReasonPhrase(), String.valueOf(refused.getMessage())));
    }

    @ExceptionHandler(MultipartException.class)
    ResponseEntity<Object> multipart(MultipartException e) {
        return notTaken(HttpStatus.BAD_REQUEST, "The upload cannot be read. Send it as multipart/form-data.");
    }

    @Override
    protected ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return notTaken(
                HttpStatus.PAYLOAD_TOO_LARGE,
                "The file is larger than this server takes. Split it, and send the parts one by one.");
    }

    private static ResponseEntity<Object> notTaken(HttpStatus status, String detail) {
        return ResponseEntity.status(status).body(Problems.problem(status, "The upload was not taken", detail));
    }

    /** Anything unforeseen, but security's own: that is answered by its filter chain. */
    @ExceptionHandler(Exception.class)
    ResponseEntity<Object> unforeseen(Exception e, WebRequest request) throws Exception {
        if (e instanceof AccessDeniedException || e instanceof AuthenticationException) {
            throw e;
        }
        if (String.valueOf(request.getHeader(HttpHeaders.CONTENT_TYPE)).contains("*")) {
            // Spring fails over a body that says it is of any kind
            var kind = HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            return ResponseEntity.status(kind)
                    .body(Problems.problem(kind, "The request cannot be read", "Send JSON, and say so."));
        }
        LOG.error("A request failed", e);
        var status = HttpStatus.INTERNAL_SERVER_ERROR;
        return ResponseEntity.status(status)
                .body(Problems.problem(
                        status,
                        "Something went wrong here",
                        // a transaction whose commit was not answered may have been kept
                        "Look whether it was done before you try again. If it happens again, tell your operations"
                                + " people the time."));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = ProblemDetail.forStatusAndDetail(status, "The body is not JSON. Send a JSON object.");
        problem.setTitle("The request cannot be read");
        return handleExceptionInternal(e, problem, headers, status, request);
    }
}
