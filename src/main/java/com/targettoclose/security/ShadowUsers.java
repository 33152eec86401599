package com.targettoclose.security;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes users of the login service known to the engine, so that they own opportunities, are named on conversations and
 * can be handed some: a user without a password, in the groups that the login service says.
 */
@Component
class ShadowUsers {

    private static final int LONGEST = 255;

    private final IdentityService identities;
    private final Users users;
    private final TransactionTemplate transaction;

    ShadowUsers(@Lazy IdentityService identities, PlatformTransactionManager transactions) {
        this.identities = identities;
        this.users = new Users(identities);
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whether there is such a user who has a password of their own. */
    boolean hasPassword(String id) {
        var user = find(id);
        return user != null && user.getPassword() != null && !user.getPassword().isEmpty();
    }

    /** Makes names, mail address and groups of a user what the login service says. */
    void bringUpToDate(ExternalUser external) {
        inTransaction(external.id(), () -> {
            var known = find(external.id());
            var user = known == null ? identities.newUser(external.id()) : known;
            if (known == null || differ(known, external)) {
                user.setFirstName(cut(external.firstName()));
                user.setLastName(cut(external.lastName()));
                user.setEmail(cut(external.email()));
                identities.saveUser(user);
            }
            join(external);
        });
    }

    /** Makes a user known who is not: programs come with tokens that say less, and never change what is known. */
    void introduce(ExternalUser external) {
        if (find(external.id()) == null) {
            bringUpToDate(external);
        }
    }

    private void join(ExternalUser external) {
        Set<String> wanted =
                external.groups().stream().map(group -> group.id()).collect(Collectors.toCollection(HashSet::new));
        for (var group : users.groupsOf(external.id())) {
            if (!wanted.remove(group)) {
                identities.deleteMembership(external.id(), group);
            }
        }
        wanted.forEach(group -> identities.createMembership(external.id(), group));
    }

    /** Two calls of one new user can come at once: who comes second finds what the first has made. */
    private void inTransaction(String id, Runnable work) {
        try {
            transaction.executeWithoutResult(status -> work.run());
        } catch (RuntimeException e) {
            if (find(id) == null) {
                throw e;
            }
            transaction.executeWithoutResult(status -> work.run());
        }
    }

    private @Nullable User find(String id) {
        return identities.createUserQuery().userId(id).singleResult();
    }

    private static boolean differ(User known, ExternalUser external) {
        return !Objects.equals(known.getFirstName(), cut(external.firstName()))
                || !Objects.equals(known.getLastName(), cut(external.lastName()))
                || !Objects.equals(known.getEmail(), cut(external.email()));
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null ? null : text.substring(0, Math.min(text.length(), LONGEST));
    }
}
