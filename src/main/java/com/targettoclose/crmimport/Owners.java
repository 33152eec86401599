package com.targettoclose.crmimport;

import com.targettoclose.process.people.Group;
import com.targettoclose.process.people.SalesForce;
import java.util.HashMap;
import java.util.Map;

/** The users of the owners that one import has met so far: each is looked up once. */
final class Owners {

    private final SalesForce salesForce;
    private final Map<String, String> ids = new HashMap<>();

    Owners(SalesForce salesForce) {
        this.salesForce = salesForce;
    }

    /** The user of this name, made where there is none. */
    String userOf(String name) {
        return ids.computeIfAbsent(name, it -> salesForce.enlist(it, Group.REP));
    }

    /** Forgets them all: a transaction that made some of them rolled back. */
    void forget() {
        ids.clear();
    }
}
