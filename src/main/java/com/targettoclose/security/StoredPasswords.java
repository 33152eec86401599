package com.targettoclose.security;

import java.util.List;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Checks a password against what is stored of it. Every check works out one slow hash, also where there is no such user or
 * no password: how long an answer takes tells nothing about who exists.
 */
@Component
class StoredPasswords {

    private final PasswordEncryptor slow;
    private final PasswordManager manager;
    private final String nobodys;

    @Autowired
    StoredPasswords(PasswordSettings settings) {
        this(new BcryptPasswords(settings.cost()));
    }

    StoredPasswords(PasswordEncryptor slow) {
        this.slow = slow;
        this.manager = new PasswordManager(slow, List.of());
        this.nobodys = slow.encrypt("");
    }

    /** Stores passwords in the slow way, and still understands the engine's own older ways. */
    PasswordManager manager() {
        return manager;
    }

    /** Whether this is the account's password; never where there is none. */
    boolean match(@Nullable Account account, String password) {
        boolean current = account != null && isCurrent(account);
        if (!current) {
            slow.check(password, nobodys);
        }
        return account != null
                && account.hasPassword()
                && manager.check(EncryptionUtil.saltPassword(password, account.salt()), account.password());
    }

    /** Whether a password is stored as passwords are today. */
    boolean isCurrent(Account account) {
        return account.password().startsWith("{" + slow.hashAlgorithmName() + "}");
    }
}
