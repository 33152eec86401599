package com.targettoclose.process.reviews;

import com.targettoclose.process.Contract;
import com.targettoclose.process.people.Group;
import com.targettoclose.process.requests.RequestPlace;
import com.targettoclose.process.reviews.Review.Decision;
import com.targettoclose.process.reviews.Review.Kind;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What diagrams may ask of the review that they are about. Public, or JUEL finds no method. */
@Component(Contract.REVIEW)
public class ReviewInDiagrams {

    private final ReviewTable table;

    ReviewInDiagrams(ReviewTable table) {
        this.table = table;
    }

    /** The manager who holds it, by user id; null where it is the leaders'. */
    public @Nullable String reviewer(DelegateExecution execution) {
        var review = review(execution);
        return review.kind() == Kind.TEAM ? review.reviewer() : null;
    }

    /** The groups of which anybody holds it: leaders, where it is theirs. */
    public List<String> reviewers(DelegateExecution execution) {
        return review(execution).kind() == Kind.LEADERS ? List.of(Group.LEADER.id()) : List.of();
    }

    /** Whether the process is to change. */
    public boolean changes(DelegateExecution execution) {
        var held = review(execution).held();
        return held != null && held.decision() == Decision.CHANGE;
    }

    private Review review(DelegateExecution execution) {
        var place = RequestPlace.of(execution);
        return table.find(place.number())
                .orElseThrow(() -> new IllegalStateException("There is no review " + place.number() + "."));
    }
}
