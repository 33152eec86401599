package com.targettoclose.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Passwords of the engine's users as bcrypt hashes. bcrypt reads 72 bytes and the engine appends its salt to the
 * password, so that what is hashed is a digest of both: no password is too long, and none is cut.
 */
final class BcryptPasswords implements PasswordEncryptor {

    /** What stands in front of a hash of ours in the database. */
    static final String NAME = "bcrypt-sha384";

    private final BCryptPasswordEncoder bcrypt;

    BcryptPasswords(int cost) {
        this.bcrypt = new BCryptPasswordEncoder(cost);
    }

    @Override
    public String encrypt(String password) {
        return bcrypt.encode(digest(password));
    }

    @Override
    public boolean check(String password, String encrypted) {
        return bcrypt.matches(digest(password), encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return NAME;
    }

    /** 64 characters, whatever the password's length. */
    private static String digest(String password) {
        try {
            var sha = MessageDigest.getInstance("SHA-384");
            return Base64.getEncoder().encodeToString(sha.digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
