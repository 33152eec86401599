package com.targettoclose.trust;

import com.targettoclose.process.reviews.ReviewCount;
import com.targettoclose.process.reviews.Reviews;
import com.targettoclose.trust.ReadQuestion.Result;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Whether reviews are held, as far as it concerns whoever asks: leaders all, a manager their own. */
@Component
class HeldReviews {

    private final Reviews reviews;

    HeldReviews(Reviews reviews) {
        this.reviews = reviews;
    }

    List<ReviewCount> of(Result question, Authentication who) {
        boolean all = question instanceof Result.Read read && read.all();
        return reviews.counts().stream()
                .filter(count -> all || count.reviewer().equals(who.getName()))
                .toList();
    }
}
