package com.targettoclose.edition;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Puts a new edition before the leaders: in the transaction that deploys it, or as soon as the application has started. */
@Service
class Proposing {

    private final Editions editions;
    private final CommitmentTasks tasks;
    private final ObjectProvider<WhatIf> whatIf;
    private volatile boolean started;

    Proposing(Editions editions, CommitmentTasks tasks, ObjectProvider<WhatIf> whatIf) {
        this.editions = editions;
        this.tasks = tasks;
        this.whatIf = whatIf;
    }

    /** As {@link Editions#propose}, and asks the leaders. */
    void propose(String deploymentId, @Nullable String name, String who, Map<String, byte[]> files) {
        var toDecide = editions.propose(deploymentId, name, who, files);
        if (toDecide.isPresent() && started) {
            // the engine has to be done with the deployment first
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    ask(toDecide.get(), who);
                }
            });
        }
    }

    /** While the engine is built it starts no process: what was deployed then is put before the leaders now. */
    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    void start() {
        started = true;
        editions.proposed()
                .filter(edition -> tasks.missing(edition.number()))
                .ifPresent(edition -> ask(edition.number(), edition.proposedBy()));
    }

    private void ask(int number, String who) {
        tasks.propose(number);
        whatIf.getObject().ask(number, who);
    }
}
