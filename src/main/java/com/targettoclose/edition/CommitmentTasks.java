package com.targettoclose.edition;

import com.targettoclose.edition.Edition.State;
import com.targettoclose.process.AsTheApplication;
import com.targettoclose.process.Contract;
import com.targettoclose.process.stage.OpenRequests;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/** The tasks in which leaders commit to editions: one for the edition that was proposed last. */
@Service
class CommitmentTasks {

    private final ProcessEngine engine;
    private final OpenRequests openRequests;
    private final EditionTable table;

    CommitmentTasks(@Lazy ProcessEngine engine, OpenRequests openRequests, EditionTable table) {
        this.engine = engine;
        this.openRequests = openRequests;
        this.table = table;
    }

    /** What a process about an edition is known by. The space keeps it apart from the ids of opportunities. */
    static String about(int number) {
        return "edition " + number;
    }

    /** The task in which this edition waits for its decision. */
    Optional<String> waiting(int number) {
        return openRequests.taskOf(about(number), number);
    }

    /** Whether nobody asked the leaders yet. Another node that wants to know waits until this transaction ends. */
    boolean missing(int number) {
        table.lock(number);
        return waiting(number).isEmpty();
    }

    /** Completes the task in which it waited. */
    void complete(int number) {
        waiting(number).ifPresent(openRequests::complete);
    }

    /** Asks the leaders to decide about this edition, and no more about those that it is built on. */
    void propose(int number) {
        int inForce = table.in(State.IN_FORCE).stream()
                .mapToInt(Edition::number)
                .findFirst()
                .orElse(0);
        table.in(State.SUPERSEDED).stream()
                .mapToInt(Edition::number)
                .filter(it -> it > inForce)
                .forEach(this::complete);
        AsTheApplication.call(
                engine,
                () -> engine.getRuntimeService()
                        .createMessageCorrelation(Contract.EDITION_PROPOSED)
                        .processInstanceBusinessKey(about(number))
                        .setVariable(Contract.REQUEST_VARIABLE, number)
                        .correlateStartMessage());
    }
}
