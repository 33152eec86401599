package com.targettoclose.attack;

import java.util.EnumSet;
import java.util.Set;

/** Who attacks: nobody in particular, or a user of the sample, one of each group. */
enum Person {
    NOBODY(""),
    REP("rep1"),
    MANAGER("manager1"),
    LEADER("leader1"),
    OWNER("owner1"),
    OPS("ops1"),
    ADMIN("admin");

    /** The password that all users of the sample have. */
    static final String PASSWORD = "demo";

    /** Nobody and one of each group. */
    static final Set<Person> EVERYBODY = EnumSet.allOf(Person.class);

    /** One of each group. */
    static final Set<Person> USERS = EnumSet.complementOf(EnumSet.of(NOBODY));

    /** Those who sell. */
    static final Set<Person> SELLERS = EnumSet.of(REP, MANAGER, LEADER);

    /** Those who may deploy. */
    static final Set<Person> DEPLOYERS = EnumSet.of(OWNER, ADMIN);

    private final String user;

    Person(String user) {
        this.user = user;
    }

    /** The user's id; empty for nobody. */
    String user() {
        return user;
    }

    static Set<Person> everybodyBut(Person first, Person... others) {
        return EnumSet.complementOf(EnumSet.of(first, others));
    }
}
