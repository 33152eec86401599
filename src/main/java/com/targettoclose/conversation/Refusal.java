package com.targettoclose.conversation;

import java.util.List;

/**
 * Why something was not done. Nothing was written.
 *
 * @param reason what kind of refusal
 * @param faults every fault, for {@link Reason#INVALID}; else at most one sentence's worth of data
 * @param sentence what to tell the person, in plain words, every fault included
 */
public record Refusal(Reason reason, List<Fault> faults, String sentence) {

    /** Kinds of refusal, each with its own HTTP status at the edge. */
    public enum Reason {
        /** The input has faults: 422. */
        INVALID,
        /** It cannot be done as things stand: 409. */
        CONFLICT,
        /** There is no such thing: 404. */
        NOT_FOUND,
        /** Not for this person: 403. */
        FORBIDDEN
    }

    public Refusal {
        faults = List.copyOf(faults);
    }

    /** A refusal of faulty input. */
    public static Refusal invalid(List<Fault> faults) {
        return new Refusal(Reason.INVALID, faults, FaultSentence.of(faults));
    }

    /** A refusal of input that is faulty as a whole: the sentence says where and why. */
    public static Refusal unacceptable(String sentence) {
        return new Refusal(Reason.INVALID, List.of(), sentence);
    }

    /** A refusal of something that cannot be done as things stand. */
    public static Refusal conflict(String sentence) {
        return new Refusal(Reason.CONFLICT, List.of(), sentence);
    }

    /** A refusal because there is no such thing. */
    public static Refusal notFound(String sentence) {
        return new Refusal(Reason.NOT_FOUND, List.of(), sentence);
    }

    /** A refusal because it is not for this person. */
    public static Refusal forbidden(String sentence) {
        return new Refusal(Reason.FORBIDDEN, List.of(), sentence);
    }
}
