package com.targettoclose.process.reviews;

import com.targettoclose.process.Contract;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the reviews that are due. */
@Component(Contract.OPEN_REVIEWS)
class OpenReviews implements JavaDelegate {

    private final Reviews reviews;

    OpenReviews(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reviews.open();
    }
}
