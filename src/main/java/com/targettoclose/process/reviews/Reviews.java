package com.targettoclose.process.reviews;

import com.targettoclose.process.AsTheApplication;
import com.targettoclose.process.Contract;
import com.targettoclose.process.people.Group;
import com.targettoclose.process.people.TaskPeople;
import com.targettoclose.process.reviews.Review.Kind;
import com.targettoclose.process.reviews.Review.State;
import com.targettoclose.process.stage.OpenRequests;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens reviews when they are due, and sees to those that nobody held. */
@Service
public class Reviews {

    private static final int DAYS = 7;
    private static final int LONGEST = 31;
    private static final int LOOK_BACK = 400;

    private final ProcessEngine engine;
    private final ReviewTable table;
    private final OpenRequests openRequests;
    private final TaskPeople people;
    private final ReviewSettings settings;
    private final Clock clock;

    Reviews(
            @Lazy ProcessEngine engine,
            ReviewTable table,
            OpenRequests openRequests,
            TaskPeople people,
            ReviewSettings settings,
            Clock clock) {
        this.engine = engine;
        this.table = table;
        this.openRequests = openRequests;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    /** Asks the leaders, and each manager who leads somebody, to look at the days since their last review; once a day. */
    @Transactional
    public void open() {
        var today = LocalDate.now(clock);
        seeToThoseLeft(today);
        var before = table.lastDays();
        int number = table.nextNumber();
        for (var review : due(today, before, number)) {
            table.add(review);
            start(review);
        }
    }

    private List<Review> due(LocalDate today, Map<String, LocalDate> before, int firstNumber) {
        List<Review> due = new ArrayList<>();
        add(due, Kind.LEADERS, Group.LEADER.id(), today, before, firstNumber);
        table.managers().forEach(manager -> add(due, Kind.TEAM, manager, today, before, firstNumber));
        return due;
    }

    private void add(
            List<Review> due, Kind kind, String reviewer, LocalDate today, Map<String, LocalDate> before, int first) {
        var lastDay = today.minusDays(1);
        var looked = Optional.ofNullable(before.get(kind.value() + " " + reviewer));
        if (looked.isPresent() && !looked.get().isBefore(lastDay)) {
            return;
        }
        var firstDay = looked.filter(day -> day.isAfter(today.minusDays(LONGEST)))
                .map(day -> day.plusDays(1))
                .orElse(today.minusDays(DAYS));
        due.add(new Review(
                first + due.size(),
                kind,
                reviewer,
                firstDay,
                lastDay,
                clock.instant(),
                today.plusDays(settings.answerDays() - 1L),
                null));
    }

    private void start(Review review) {
        AsTheApplication.call(
                engine,
                () -> engine.getRuntimeService()
                        .createMessageCorrelation(Contract.REVIEW_DUE)
                        .processInstanceBusinessKey(review.about())
                        .setVariable(Contract.REQUEST_VARIABLE, review.number())
                        .correlateStartMessage());
    }

    /** What a manager left goes to the leaders; what is missed for good waits for nobody any more. */
    private void seeToThoseLeft(LocalDate today) {
        var left = table.leftBetween(today.minusDays(LOOK_BACK), today);
        var waiting = left.isEmpty()
                ? List.<Task>of()
                : openRequests.waiting(left.stream().map(Review::about).toList(), ReviewRequest.KIND);
        var missed = left.stream()
                .filter(review -> review.state(today) == State.MISSED)
                .map(Review::about)
                .toList();
        var keys = openRequests.keys(waiting);
        waiting.stream()
                .filter(task -> missed.contains(keys.get(task.getId())))
                .forEach(task -> openRequests.complete(task.getId()));
        people.passOn(
                waiting.stream()
                        .filter(task -> !missed.contains(keys.get(task.getId())) && task.getAssignee() != null)
                        .toList(),
                Group.LEADER);
    }

    /** A review by its number. */
    public Optional<Review> find(int number) {
        return table.find(number);
    }

    /** One page, newest first; an empty reviewer asks for everybody's. */
    public List<Review> page(String reviewer, int page, int size) {
        return table.page(reviewer, page, size);
    }

    /** How many there are. */
    public long count(String reviewer) {
        return table.count(reviewer);
    }

    /** Whether they are held, the leaders' first. */
    public List<ReviewCount> counts() {
        return table.counts(LocalDate.now(clock));
    }
}
