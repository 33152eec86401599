package com.targettoclose.ledger;

import com.targettoclose.opportunity.LedgerHead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
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
    private final List<SecretKeySpec> others;
    private final List<SecretKeySpec> retired;

    Chain(LedgerSettings settings) {
        this.key = key(settings.key());
        this.others = settings.otherKeys().stream().map(Chain::key).toList();
        this.retired = settings.retiredKeys().stream().map(Chain::key).toList();
    }

    private static SecretKeySpec key(String secret) {
        return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** Whether an entry is as it was written, with any of our keys. */
    boolean fits(Entry entry, String detail, String previousMac) {
        var covered = covered(entry, detail, previousMac);
        return Stream.concat(Stream.of(key), Stream.concat(others.stream(), retired.stream()))
                .anyMatch(it -> hmac(it, covered).equals(entry.mac()));
    }

    /** Whether a seal is the one of the key in use. */
    boolean seals(LedgerHead head, String opportunityId) {
        return hmac(key, covered(opportunityId, head.entries(), head.mac())).equals(head.seal());
    }

    /** Whether it is one of another key whose seals hold for the time being. */
    boolean sealedOtherwise(LedgerHead head, String opportunityId) {
        var covered = covered(opportunityId, head.entries(), head.mac());
        return others.stream().anyMatch(it -> hmac(it, covered).equals(head.seal()));
    }

    /** The mac of an entry, given the one before it; hex. */
    String mac(Entry entry, String detail, String previousMac) {
        return hmac(key, covered(entry, detail, previousMac));
    }

    private static CharSequence covered(Entry entry, String detail, String previousMac) {
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
        return covered;
    }

    /**
     * The newest entry, sealed; where the one before it was not sealed by us, with what stood there: it never fits again, so that no
     * later entry covers up what was done to the ledger.
     */
    LedgerHead next(LedgerHead before, String opportunityId, int entries, String mac) {
        boolean ours = before.equals(LedgerHead.NONE)
                || seals(before, opportunityId)
                || sealedOtherwise(before, opportunityId);
        return ours ? head(opportunityId, entries, mac) : new LedgerHead(entries, mac, before.seal());
    }

    /** The newest entry, sealed. */
    LedgerHead head(String opportunityId, int entries, String mac) {
        return new LedgerHead(entries, mac, hmac(key, covered(opportunityId, entries, mac)));
    }

    private static CharSequence covered(String opportunityId, int entries, String mac) {
        var covered = new StringBuilder();
        put(covered, "head", opportunityId, entries, mac);
        return covered;
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

    private static String hmac(SecretKeySpec key, CharSequence covered) {
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
