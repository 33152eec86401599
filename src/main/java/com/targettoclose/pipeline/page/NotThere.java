package com.targettoclose.pipeline.page;

/** There is no such page, or none that this person may see: both are told alike. */
public final class NotThere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** One without a trace: nothing is wrong with the application. */
    public NotThere() {
        super("There is no such page.", null, false, false);
    }
}
