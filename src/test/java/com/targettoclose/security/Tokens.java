package com.targettoclose.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Access tokens as an issuer makes them, and as somebody might who wishes they were. */
final class Tokens {

    private static final int AN_HOUR = 3600;

    private final RSAKey key;
    private final JWTClaimsSet right;

    Tokens(Issuer issuer, String user) {
        this.key = issuer.key();
        var now = Instant.now();
        this.right = new JWTClaimsSet.Builder()
                .issuer(issuer.address())
                .audience(Issuer.AUDIENCE)
                .subject("subject-of-" + user)
                .claim("preferred_username", user)
                .claim("groups", List.of("sales-reps"))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(AN_HOUR)))
                .build();
    }

    String right() {
        return signed(right, key);
    }

    /** Right but for one claim; null leaves it out. */
    String with(String claim, Object value) {
        return signed(new JWTClaimsSet.Builder(right).claim(claim, value).build(), key);
    }

    String expired() {
        return with("exp", Instant.now().minusSeconds(AN_HOUR).getEpochSecond());
    }

    String notYetValid() {
        return with("nbf", Instant.now().plusSeconds(AN_HOUR).getEpochSecond());
    }

    /** Signed with another key that goes by the same name. */
    String forged() {
        try {
            return signed(right, new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signed by nobody, and says so. */
    String unsigned() {
        return new PlainJWT(right).serialize();
    }

    /** Signed with the public key, taken for a shared secret. */
    String signedWithThePublicKey() {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                    .keyID(key.getKeyID())
                    .build();
            return signed(header, right, new MACSigner(key.toRSAPublicKey().getEncoded()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The signature of a right token under other claims. */
    String tamperedWith() {
        var parts = right().split("\\.");
        var other = with("groups", List.of("sales-leaders")).split("\\.");
        return parts[0] + "." + other[1] + "." + parts[2];
    }

    private static String signed(JWTClaimsSet claims, RSAKey key) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .build();
            return signed(header, claims, new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) throws JOSEException {
        var token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }
}
