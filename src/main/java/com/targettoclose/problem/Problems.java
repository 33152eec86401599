package com.targettoclose.problem;

import com.targettoclose.conversation.Fault;
import com.targettoclose.conversation.FaultSentence;
import com.targettoclose.conversation.Refusal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * Problem details (RFC 9457) of refusals: {@code type, title, status, detail}, and {@code faults: [{field, value, code,
 * message}]} where the input has faults, every one of them.
 */
public final class Problems {

    private Problems() {}

    /** The response that says why something was not done. */
    public static ResponseEntity<Object> of(Refusal refusal) {
        var status = switch (refusal.reason()) {
            case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
            case CONFLICT -> HttpStatus.CONFLICT;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
        };
        var problem = problem(status, title(refusal.reason()), refusal.sentence());
        if (!refusal.faults().isEmpty()) {
            problem.setProperty("faults", faults(refusal.faults()));
        }
        return ResponseEntity.status(status).body(problem);
    }

    static ProblemDetail problem(HttpStatus status, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("about:blank"));
        problem.setTitle(title);
        return problem;
    }

    private static String title(Refusal.Reason reason) {
        return switch (reason) {
            case INVALID -> "Please correct the input";
            case CONFLICT -> "Not possible as things stand";
            case NOT_FOUND -> "Not found";
            case FORBIDDEN -> "Not allowed";
        };
    }

    private static List<Map<String, Object>> faults(List<Fault> faults) {
        return faults.stream().map(Problems::fault).toList();
    }

    private static Map<String, Object> fault(Fault fault) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("field", fault.field());
        if (fault.value() != null) {
            shown.put("value", fault.value());
        }
        shown.put("code", fault.code().value());
        shown.put("message", FaultSentence.of(fault));
        return shown;
    }
}
