package com.targettoclose.security;

import com.targettoclose.process.people.Group;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Creates the first administrator where there is none, with a password from the environment. Where passwords open nothing,
 * the login service says who administers.
 */
@Component
@Profile("!" + SampleUsers.PROFILE)
class FirstAdmin implements FirstUsers {

    static final String ID = "admin";

    private final SecuritySettings settings;
    private final OidcSettings oidc;

    FirstAdmin(SecuritySettings settings, OidcSettings oidc) {
        this.settings = settings;
        this.oidc = oidc;
    }

    @Override
    public void create(Users users) {
        SampleUsers.requireNone(users);
        if (!oidc.passwordsToo() || users.anyIn(Group.ADMIN)) {
            return;
        }
        var password = settings.adminPassword();
        if (password.length() < SecuritySettings.MIN_PASSWORD) {
            throw new StartRefused(
                    "Nobody administers this installation yet, and T2C_ADMIN_PASSWORD is "
                            + (password.isEmpty() ? "not set." : "too short."),
                    "Set the environment variable T2C_ADMIN_PASSWORD to a password of at least "
                            + SecuritySettings.MIN_PASSWORD + " characters and start again: the first user, '" + ID
                            + "', gets it. To look around with sample users instead, start with the profile '"
                            + SampleUsers.PROFILE + "'.");
        }
        users.give(ID, "First", "Administrator", password, Group.ADMIN);
    }
}
