package com.targettoclose.process.reviews;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.process.conversations.SubmittedForm;
import com.targettoclose.process.people.Actor;
import com.targettoclose.process.people.SalesForce;
import com.targettoclose.process.people.SalesTeams;
import com.targettoclose.process.requests.Request;
import com.targettoclose.process.requests.RequestPlace;
import com.targettoclose.process.requests.Shown;
import com.targettoclose.process.reviews.HoldReview.RawDecision;
import com.targettoclose.process.reviews.Review.Kind;
import com.targettoclose.process.reviews.Review.State;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** A review as a request: it is due, somebody who leads holds it, and a process owner hears where the process is to change. */
@Service
class ReviewRequest implements Request {

    static final String KIND = "review";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final ReviewTable table;
    private final HoldReview holdReview;
    private final ReviewFigures figures;
    private final TeamDeals teamDeals;
    private final SalesForce salesForce;
    private final SalesTeams teams;
    private final Clock clock;

    ReviewRequest(
            ReviewTable table,
            HoldReview holdReview,
            ReviewFigures figures,
            TeamDeals teamDeals,
            SalesForce salesForce,
            SalesTeams teams,
            Clock clock) {
        this.table = table;
        this.holdReview = holdReview;
        this.figures = figures;
        this.teamDeals = teamDeals;
        this.salesForce = salesForce;
        this.teams = teams;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<String> asks() {
        return Set.of("decision", "reason");
    }

    @Override
    public String about(RequestPlace place) {
        var review = review(place);
        return DAY.format(review.firstDay()) + " to " + DAY.format(review.lastDay());
    }

    @Override
    public Map<String, TypedValue> shown(RequestPlace place) {
        var review = review(place);
        var owners = review.kind() == Kind.TEAM ? team(review.reviewer()) : null;
        var shown = new Shown()
                .put("days", about(place))
                .put("whose", review.kind() == Kind.TEAM ? "your team" : "everybody")
                .put("firstDay", review.firstDay().toString())
                .put("lastDay", review.lastDay().toString())
                .table("figures", answers(figures.of(review.firstDay(), review.lastDay(), owners)))
                .table("deals", owners == null ? List.of() : teamDeals.quietest(owners));
        var held = review.held();
        if (held != null) {
            shown.put("decision", held.decision().value())
                    .plain("heldBy", salesForce.nameOf(held.by()))
                    .plain("reason", held.reason());
        }
        return shown.fields();
    }

    private Set<String> team(String manager) {
        Set<String> owners = new HashSet<>(teams.membersOf(manager));
        owners.add(manager);
        return owners;
    }

    private static List<Map<String, String>> answers(List<ReviewFigures.Answer> answers) {
        return answers.stream()
                .map(it -> Map.of("question", it.question(), "answer", it.answer()))
                .toList();
    }

    @Override
    public @Nullable LocalDate due(RequestPlace place) {
        return null;
    }

    @Override
    public Optional<Refusal> answer(RequestPlace place, VariableMap values, Actor actor, String taskId) {
        var sent = new RawDecision(SubmittedForm.text(values, "decision"), SubmittedForm.text(values, "reason"));
        return holdReview.hold(place.number(), sent, actor, taskId);
    }

    @Override
    public boolean settled(RequestPlace place, String taskId) {
        var state = review(place).state(LocalDate.now(clock));
        return state == State.HELD || state == State.MISSED;
    }

    private Review review(RequestPlace place) {
        return table.find(place.number())
                .orElseThrow(() -> new IllegalStateException("There is no review " + place.number() + "."));
    }
}
