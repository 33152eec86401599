package com.targettoclose.security;

import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;

/**
 * A user, and what is stored of their password.
 *
 * @param password the hash with its algorithm before it, empty where nobody can sign in with a password as this user
 * @param salt what the engine appends to a password before it is hashed
 */
record Account(String id, String password, @Nullable String salt) {

    static Account of(UserEntity user) {
        var stored = user.getPassword();
        return new Account(user.getId(), stored == null ? "" : stored, user.getSalt());
    }

    boolean hasPassword() {
        return !password.isEmpty();
    }

    /** Keeps the hash out of logs. */
    @Override
    public String toString() {
        return "Account[id=" + id + "]";
    }
}
