package com.targettoclose.security;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The accounts behind a sign-in, read anew each time: what was changed or taken away counts with the next call. */
@Component
class Accounts {

    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

    private final IdentityService identities;
    private final ObjectProvider<IdentityService> engines;
    private final Users users;
    private final StoredPasswords passwords;
    private final ProvenPasswords proven;

    Accounts(
            @Lazy IdentityService identities,
            ObjectProvider<IdentityService> engines,
            StoredPasswords passwords,
            PasswordSettings settings,
            Clock clock) {
        this.identities = identities;
        this.engines = engines;
        this.users = new Users(identities);
        this.passwords = passwords;
        this.proven = new ProvenPasswords(settings.rememberFor(), clock);
    }

    /** The account with this id. */
    Optional<Account> find(String id) {
        var user = identities.createUserQuery().userId(id).singleResult();
        return user instanceof UserEntity entity ? Optional.of(Account.of(entity)) : Optional.empty();
    }

    /** The ids of a user's groups. */
    List<String> groupsOf(String id) {
        return users.groupsOf(id);
    }

    /**
     * Whether this is the user's password. A password that is stored in an older way is stored anew.
     *
     * @param attempt runs the check, or refuses to: it is asked only where a hash has to be worked out
     */
    boolean passwordIs(String id, String password, Predicate<BooleanSupplier> attempt) {
        var account = find(id);
        if (account.isEmpty() || !account.get().hasPassword()) {
            return attempt.test(() -> passwords.match(null, password));
        }
        return proven.check(account.get(), password, () -> attempt.test(() -> matchAndRenew(account.get(), password)));
    }

    private boolean matchAndRenew(Account account, String password) {
        boolean right = passwords.match(account, password);
        if (right && !passwords.isCurrent(account)) {
            renew(account.id(), password);
        }
        return right;
    }

    private void renew(String id, String password) {
        try {
            var user = identities.createUserQuery().userId(id).singleResult();
            if (user != null) {
                user.setPassword(password);
                new Users(engines.getObject()).keep(user);
            }
        } catch (OptimisticLockingException e) {
            LOG.debug("Somebody else changed {} at the same moment; its password is stored anew next time", id, e);
        }
    }
}
