package com.targettoclose.crmimport;

/** Another node has taken the import over: whatever this one was about to write must roll back. */
final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLost(String importId) {
        super("Import " + importId + " is another node's by now.");
    }
}
