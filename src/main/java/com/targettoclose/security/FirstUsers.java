package com.targettoclose.security;

/** The users that an installation starts with. */
interface FirstUsers {

    /**
     * Creates those that are missing.
     *
     * @throws StartRefused where that cannot be done safely; nothing was written then
     */
    void create(Users users);
}
