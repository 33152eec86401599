package com.targettoclose.pipeline.recap;

import com.targettoclose.ledger.LedgerSettings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * What a recap's address ends in: a random id, and an HMAC-SHA-256 (RFC 2104) over all that the link means. Who can read
 * the database cannot make an address of it, and who can write to it cannot make a link last longer or mean another deal.
 * The key is derived from the ledger's, and serves nothing else.
 */
@Component
class RecapTokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int ID_BYTES = 16;
    private static final int ID_LENGTH = 22;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{65}");
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec key;
    private final List<SecretKeySpec> others;
    private final SecureRandom random = new SecureRandom();

    RecapTokens(LedgerSettings ledger) {
        this.key = derived(ledger.key());
        this.others = ledger.otherKeys().stream().map(RecapTokens::derived).toList();
    }

    private static SecretKeySpec derived(String ledgerKey) {
        var secret = new SecretKeySpec(ledgerKey.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        return new SecretKeySpec(hmac(secret, "recap links, version 1"), ALGORITHM);
    }

    /** An id that nobody guesses. */
    String newId() {
        var bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return BASE64.encodeToString(bytes);
    }

    /** The token of a link. */
    String of(RecapLink link) {
        return of(link, key);
    }

    private static String of(RecapLink link, SecretKeySpec key) {
        return link.id() + BASE64.encodeToString(hmac(key, "link " + meaning(link)));
    }

    /** The link of a token, where it is one of ours as it was made. */
    Optional<RecapLink> read(String token, Function<String, Optional<RecapLink>> byId) {
        return SHAPE.matcher(token).matches()
                ? byId.apply(token.substring(0, ID_LENGTH)).filter(link -> isOurs(token, link))
                : Optional.empty();
    }

    private boolean isOurs(String token, RecapLink link) {
        return Stream.concat(Stream.of(key), others.stream()).anyMatch(it -> same(of(link, it), token));
    }

    /** What the form of a link carries, so that no page but its own can send it. */
    String form(RecapLink link) {
        return BASE64.encodeToString(hmac(key, "form " + meaning(link)));
    }

    /** Compares without telling by its time how much is right. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a form carries what one of a link carries, also one that was made while another key was in use. */
    boolean isForm(String sent, RecapLink link) {
        return Stream.concat(Stream.of(key), others.stream())
                .anyMatch(it -> same(BASE64.encodeToString(hmac(it, "form " + meaning(link))), sent));
    }

    private static String meaning(RecapLink link) {
        return String.join(
                " ",
                link.id(),
                link.opportunityId(),
                Integer.toString(link.firstEntry()),
                Integer.toString(link.sentEntry()),
                Long.toString(link.expiresAt().toEpochMilli()));
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
