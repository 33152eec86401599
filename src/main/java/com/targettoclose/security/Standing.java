package com.targettoclose.security;

import java.util.Set;

/**
 * What a session stands on: it ends as soon as any of this is different.
 *
 * @param password what is stored of the user's password; empty where there is none
 * @param groups the ids of the user's groups
 */
record Standing(String password, Set<String> groups) {

    Standing {
        groups = Set.copyOf(groups);
    }

    /** Keeps the hash out of logs. */
    @Override
    public String toString() {
        return "Standing[groups=" + groups + "]";
    }
}
