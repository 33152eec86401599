package com.targettoclose.conversation;

/**
 * Carries a {@link Refusal} out of a transaction that must roll back: thrown only where a framework calls us and takes
 * no value for an answer.
 */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public Refused(Refusal refusal) {
        super(refusal.sentence(), null, false, false);
        this.refusal = refusal;
    }

    /** Why it was not done. */
    public Refusal refusal() {
        return refusal;
    }
}
