package com.targettoclose.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoredPasswordsTests {

    private static final int CHEAP = 4;
    private static final String SALT = "c2FsdA==";

    private final Counted slow = new Counted(new BcryptPasswords(CHEAP));
    private final StoredPasswords passwords = new StoredPasswords(slow);

    static Stream<Named<Account>> accounts() {
        return Stream.of(
                Named.of("nobody", null),
                Named.of("no password", new Account("imported", "", null)),
                Named.of("stored by the engine's default", older("right")),
                Named.of("stored as today", current("right")));
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void everyWrongPasswordCostsOneSlowHash(Account account) {
        slow.checks = 0;
        assertThat(passwords.match(account, "wrong")).isFalse();
        assertThat(slow.checks).isEqualTo(1);
    }

    @Test
    void nobodysPasswordIsRight() {
        assertThat(passwords.match(null, "")).isFalse();
        assertThat(passwords.match(new Account("imported", "", null), "")).isFalse();
    }

    @Test
    void aPasswordStoredAsTodayIsRecognised() {
        var account = current("right");
        assertThat(passwords.match(account, "right")).isTrue();
        assertThat(passwords.isCurrent(account)).isTrue();
    }

    @Test
    void aPasswordStoredInTheEnginesOlderWayIsRecognised() {
        var account = older("right");
        assertThat(passwords.match(account, "right")).isTrue();
        assertThat(passwords.isCurrent(account)).isFalse();
    }

    @Test
    void longPasswordsAreReadToTheirEnd() {
        var start = "x".repeat(100);
        assertThat(passwords.match(current(start + "a"), start + "a")).isTrue();
        assertThat(passwords.match(current(start + "a"), start + "b")).isFalse();
    }

    @Test
    void twoUsersWithOnePasswordAreStoredDifferently() {
        assertThat(current("same").password()).isNotEqualTo(current("same").password());
    }

    private static Account current(String password) {
        var encryptor = new BcryptPasswords(CHEAP);
        return new Account(
                "rita", "{" + encryptor.hashAlgorithmName() + "}" + encryptor.encrypt(password + SALT), SALT);
    }

    private static Account older(String password) {
        var encryptor = new Sha512HashDigest();
        return new Account(
                "rita", "{" + encryptor.hashAlgorithmName() + "}" + encryptor.encrypt(password + SALT), SALT);
    }

    private static final class Counted implements PasswordEncryptor {

        private final PasswordEncryptor counted;
        private int checks;

        Counted(PasswordEncryptor counted) {
            this.counted = counted;
        }

        @Override
        public String encrypt(String password) {
            return counted.encrypt(password);
        }

        @Override
        public boolean check(String password, String encrypted) {
            checks++;
            return counted.check(password, encrypted);
        }

        @Override
        public String hashAlgorithmName() {
            return counted.hashAlgorithmName();
        }
    }
}
