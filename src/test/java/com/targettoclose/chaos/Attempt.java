package com.targettoclose.chaos;

/**
 * Something a client sent that the ledger must know wholly, or not at all.
 *
 * @param deal the opportunity's id
 * @param mark stands in the words of every answer, and in those of no other attempt
 * @param answers how many answers it held; 0 where it opened the opportunity
 * @param outcome what the client was told
 * @param status the status of the answer; 0 where none came
 * @param nanos how long the client waited
 * @param rival the mark of the same conversation, sent at the same moment; null where there is none
 */
record Attempt(String deal, String mark, int answers, Outcome outcome, int status, long nanos, String rival) {

    /** What a client knows of it. */
    enum Outcome {
        /** It was told that it is done. */
        ACCEPTED,
        /** It was told that it is not. */
        REFUSED,
        /** It was told that something broke, or nothing: it has to look. */
        UNKNOWN
    }

    static Outcome outcome(int status) {
        if (status >= 200 && status < 300) {
            return Outcome.ACCEPTED;
        }
        return status >= 400 && status < 500 ? Outcome.REFUSED : Outcome.UNKNOWN;
    }

    boolean opened() {
        return answers == 0;
    }
}
