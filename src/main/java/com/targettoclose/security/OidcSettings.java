package com.targettoclose.security;

import com.targettoclose.process.people.Group;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of single sign-on with OpenID Connect, {@code t2c.oidc.*}. Off until there is an issuer.
 *
 * @param issuer the address of the login service, as its tokens name it
 * @param clientId what the login service knows this application by
 * @param clientSecret the secret that goes with it; empty for a public client
 * @param audience what access tokens for our interfaces must be meant for; empty: programs cannot sign in with tokens
 * @param scopes what to ask the login service for
 * @param userClaim the claim that holds the user's id: one that the login service never gives to somebody else
 * @param groupsClaim the claim that holds the user's groups; {@code a.b} for {@code b} inside {@code a}
 * @param groups for each of our groups, the values of that claim that make somebody a member; nobody is by default
 * @param passwords whether passwords still work beside it
 * @param longest after which time the login service is asked again
 */
@ConfigurationProperties("t2c.oidc")
record OidcSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String audience,
        @DefaultValue({"openid", "profile", "email"}) List<String> scopes,
        @DefaultValue("sub") String userClaim,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue Map<Group, Set<String>> groups,
        @DefaultValue("false") boolean passwords,
        @DefaultValue("1h") Duration longest) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** @throws IllegalArgumentException where nobody could sign in so, or not safely; the message says what to set */
    OidcSettings {
        scopes = List.copyOf(scopes);
        groups = Map.copyOf(groups);
        if (!issuer.isEmpty()) {
            require(isSafe(issuer), "Set t2c.oidc.issuer to an address that begins with https.");
            require(!clientId.isEmpty(), "Set t2c.oidc.client-id to what the login service knows this application by.");
            require(
                    !groups.isEmpty(),
                    "Set t2c.oidc.groups.rep, .manager, .leader, .process-owner, .operations or .admin to the login"
                            + " service's groups: without any of them nobody may do anything.");
            require(
                    !audience.equals(clientId),
                    "Set t2c.oidc.audience to something else than the client id: a token that tells who signed in is"
                            + " no key to the interfaces.");
        }
    }

    /** Whether there is single sign-on. */
    boolean on() {
        return !issuer.isEmpty();
    }

    /** Whether passwords open anything. */
    boolean passwordsToo() {
        return !on() || passwords;
    }

    /** Whether programs can sign in with tokens. */
    boolean bearerTokens() {
        return on() && !audience.isEmpty();
    }

    /** Scheme, host and port of the login service; empty where there is none. */
    String origin() {
        var address = URI.create(issuer);
        return on() ? address.getScheme() + "://" + address.getRawAuthority() : "";
    }

    private static boolean isSafe(String issuer) {
        var address = URI.create(issuer);
        return "https".equals(address.getScheme())
                || "http".equals(address.getScheme()) && THIS_MACHINE.contains(String.valueOf(address.getHost()));
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "OidcSettings[issuer=" + issuer + ", clientId=" + clientId + "]";
    }
}
