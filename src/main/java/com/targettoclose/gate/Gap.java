package com.targettoclose.gate;

import com.targettoclose.conversation.Choice;

/** An item required and not held, and why it is not held. */
public record Gap(Requirement requirement, Reason reason) {

    /** Why a required item is not held. */
    public enum Reason implements Choice {
        /** The client has not given it. */
        NOT_GAINED,
        /** The client took it back. */
        WITHDRAWN,
        /** It is older than the requirement allows. */
        LAPSED,
        /** The waiver that stood in for it has expired, or nobody may waive it. */
        WAIVER_NOT_VALID,
        /** It was gained without the proof the requirement asks for. */
        PROOF_MISSING
    }

    public String item() {
        return requirement.item();
    }

    public String stage() {
        return requirement.stage();
    }
}
