package com.targettoclose.ledger;

import com.targettoclose.opportunity.LedgerHead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Chains entries: each carries an HMAC-SHA-256 (RFC 2104) over itself and the one before it, and the newest is sealed on
 * the opportunity's row. Without the key nobody can edit, remove or cut off entries unseen.
 */
final class Chain {

    /** HMAC-SHA-256 keys shorter than the digest weaken it (RFC 2104, section 3). */
    static final int MIN_KEY_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    Chain(String secret) {
        var bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < MIN_KEY_BYTES) {
            throw new IllegalArgumentException("The ledger key needs at least " + MIN_KEY_BYTES + " characters.");
        }
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** The mac of an entry, given the one before it; hex. */
    String mac(Entry entry, String detail, String previousMac) {
        var it = entry.content();
        var origin = it.origin();
        var covered = new StringBuilder();
        put(covered, "entry", entry.opportunityId(), entry.number(), it.kind().value(), it.item());
        put(covered, it.provenance() == null ? null : it.provenance().value(), detail);
        put(covered, it.channel() == null ? null : it.channel().value());
        put(covered, it.proof() == null ? null : it.proof().value(), it.link(), it.occurredOn());
        put(covered, entry.recordedBy(), entry.recordedAt().toEpochMilli());
        put(covered, origin == null ? null : origin.conversation(), origin == null ? null : origin.task());
        put(covered, origin == null ? null : origin.processDefinition());
        put(covered, origin == null ? null : origin.processVersion());
        put(covered, entry.personalId(), entry.personalDigest(), previousMac);
        return hmac(covered);
    }

    /** The newest entry, sealed. */
    LedgerHead head(String opportunityId, int entries, String mac) {
        var covered = new StringBuilder();
        put(covered, "head", opportunityId, entries, mac);
        return new LedgerHead(entries, mac, hmac(covered));
    }

    /** The salted digest of erasable text; hex. */
    static String digest(String salt, @Nullable String contact, String words) {
        var covered = new StringBuilder();
        put(covered, salt, contact, words);
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(covered.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String hmac(CharSequence covered) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(covered.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each value behind its length, so that no two different entries read alike. */
    private static void put(StringBuilder covered, @Nullable Object... values) {
        for (var value : values) {
            if (value == null) {
                covered.append("-;");
            } else {
                var text = value.toString();
                covered.append(text.length()).append(':').append(text).append(';');
            }
        }
    }
}
