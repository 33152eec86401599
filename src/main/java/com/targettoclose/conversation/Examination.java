package com.targettoclose.conversation;

import java.util.List;

/** The result of examining a conversation as it was sent: evidence, or every fault. */
public sealed interface Examination {

    /** It counts as evidence. */
    record Accepted(Evidence evidence) implements Examination {}

    /** It does not, for all of these reasons. */
    record Faulty(List<Fault> faults) implements Examination {}
}
