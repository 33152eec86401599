package com.targettoclose.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for a short time which passwords were right: programs send theirs with every call, and a slow hash each time
 * would cost more than the call. What is kept is a digest, under a key that never leaves this process, of the password and
 * of what is stored of it. So a changed password is a different entry, and nothing has to be dropped.
 */
final class ProvenPasswords {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MOST = 10_000;

    private final SecretKeySpec key;
    private final Cache<ByteBuffer, Boolean> proven;

    ProvenPasswords(Duration rememberFor, Clock clock) {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, ALGORITHM);
        this.proven = Caffeine.newBuilder()
                .initialCapacity(MOST)
                .maximumSize(MOST)
                .expireAfterWrite(rememberFor)
                .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
                .build();
    }

    /** Whether this is the account's password; asks the check only where that is not remembered, one caller at a time. */
    boolean check(Account account, String password, BooleanSupplier check) {
        return proven.get(digest(account, password), unknown -> check.getAsBoolean() ? Boolean.TRUE : null) != null;
    }

    private ByteBuffer digest(Account account, String password) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            put(mac, account.id());
            put(mac, account.password());
            put(mac, password);
            return ByteBuffer.wrap(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each text behind its length, so that no two different ones read alike. */
    private static void put(Mac mac, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        mac.update(bytes);
    }
}
