package com.targettoclose.pipeline;

import com.targettoclose.process.stage.BrokenExitCriteria;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers a change that cannot be judged because the table of exit criteria is broken: nothing of it was done. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class BrokenCriteriaAnswers {

    /** Said of an opportunity whose gaps cannot be told. */
    static final String NOTICE =
            "The exit criteria cannot be evaluated now, so what is owed is not shown. What is recorded"
                    + " is kept. Tell your process owner: the table needs a repair.";

    private static final Logger LOG = LoggerFactory.getLogger(BrokenCriteriaAnswers.class);

    @ExceptionHandler(BrokenExitCriteria.class)
    ResponseEntity<Object> broken(BrokenExitCriteria broken) {
        LOG.error("The exit criteria cannot be evaluated", broken);
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The exit criteria cannot be evaluated now, so nothing was changed. Tell your process owner: the table needs"
                        + " a repair. Then try again.");
        problem.setTitle("The exit criteria are broken");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(problem);
    }
}
