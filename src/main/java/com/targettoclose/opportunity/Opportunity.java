package com.targettoclose.opportunity;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The pursuit of one client for one deal.
 *
 * @param id also the business key of its roadmap instance; at most 64 characters
 * @param owner the user id of the rep who pursues it
 * @param roadmap the process id of its roadmap
 * @param stage the stage that holds it, as the last gate decided; null once it has run through
 * @param instance the root process instance that pursues or pursued it; null for history from before the process
 * @param openedOn when the pursuit began; null where a CRM did not say
 * @param closedOn when it was won, lost or given up; null while open
 * @param imported where it came from; null where it was opened here
 * @param createdAt when it came into this ledger
 */
public record Opportunity(
        String id,
        String account,
        String owner,
        Terms terms,
        String roadmap,
        Status status,
        @Nullable String stage,
        @Nullable String product,
        @Nullable RoadmapInstance instance,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate closedOn,
        @Nullable ImportedFrom imported,
        Instant createdAt) {

    /** The import that brought an opportunity, and its line there. */
    public record ImportedFrom(String importId, long line) {}

    /** A root process instance, and the definition of the roadmap it runs on. */
    public record RoadmapInstance(String id, String definitionId) {}

    /** Whether it is being pursued. */
    public boolean open() {
        return status == Status.OPEN;
    }

    /** Whether it is won and its promise is being kept: execution runs. */
    public boolean inExecution() {
        return status == Status.WON && instance != null && stage != null;
    }

    Opportunity pursuedBy(RoadmapInstance by) {
        return new Opportunity(
                id, account, owner, terms, roadmap, status, stage, product, by, openedOn, closedOn, imported,
                createdAt);
    }

    Opportunity standingIn(@Nullable String in) {
        return new Opportunity(
                id, account, owner, terms, roadmap, status, in, product, instance, openedOn, closedOn, imported,
                createdAt);
    }

    Opportunity having(Status now, @Nullable LocalDate closed) {
        return new Opportunity(
                id, account, owner, terms, roadmap, now, stage, product, instance, openedOn, closed, imported,
                createdAt);
    }

    Opportunity ownedBy(String rep) {
        return new Opportunity(
                id, account, rep, terms, roadmap, status, stage, product, instance, openedOn, closedOn, imported,
                createdAt);
    }

    Opportunity on(Terms agreed) {
        return new Opportunity(
                id, account, owner, agreed, roadmap, status, stage, product, instance, openedOn, closedOn, imported,
                createdAt);
    }
}
