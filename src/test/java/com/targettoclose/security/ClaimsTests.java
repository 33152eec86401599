package com.targettoclose.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.targettoclose.process.people.Group;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken from a token, and what settings make it safe. */
class ClaimsTests {

    private static final Map<Group, Set<String>> GROUPS =
            Map.of(Group.REP, Set.of("sales-reps", "partners"), Group.LEADER, Set.of("sales-leaders"));

    @Test
    void aUserIsReadWithTheirGroups() {
        assertThat(claims("groups")
                        .read(Map.of(
                                "id", "tom@example.com",
                                "given_name", "Tom",
                                "family_name", "Reed",
                                "email", "tom@example.com",
                                "groups", List.of("sales-reps", "sales-leaders", "all-staff"))))
                .contains(new ExternalUser(
                        "tom@example.com", "Tom", "Reed", "tom@example.com", Set.of(Group.REP, Group.LEADER)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "system", "two words", "-tom", "../tom", "<b>tom</b>", "tom\n", "=cmd()", "töm"})
    void anIdThatNobodyMayHaveIsNobody(String id) {
        assertThat(claims("groups").read(Map.of("id", id))).isEmpty();
    }

    @Test
    void anIdMayHave64Characters() {
        assertThat(claims("groups").read(Map.of("id", "x".repeat(64)))).isPresent();
        assertThat(claims("groups").read(Map.of("id", "x".repeat(65)))).isEmpty();
    }

    @Test
    void anIdThatIsMissingOrNoTextIsNobody() {
        assertThat(claims("groups").read(Map.of("sub", "tom"))).isEmpty();
        assertThat(claims("groups").read(Map.of("id", 4711))).isEmpty();
        assertThat(claims("groups").read(Map.of("id", List.of("tom")))).isEmpty();
    }

    @Test
    void groupsCountOnlyAsTheyAreMapped() {
        for (var own : List.of("rep", "REP", "camunda-admin", "ADMIN", "Sales-Reps", "")) {
            assertThat(groups("groups", Map.of("groups", List.of(own)))).as(own).isEmpty();
        }
    }

    @Test
    void groupsMayBeOneTextOrMissingOrNonsense() {
        assertThat(groups("groups", Map.of("groups", "partners"))).containsExactly(Group.REP);
        assertThat(groups("groups", Map.of())).isEmpty();
        assertThat(groups("groups", Map.of("groups", 1))).isEmpty();
        assertThat(groups("groups", Map.of("groups", List.of(1, Map.of("a", "b")))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"realm_access.roles", "https://example.com/roles"})
    void groupsMayStandInsideOtherClaimsOrHaveDotsInTheirName(String claim) {
        var sent = Map.<String, Object>of(
                "realm_access", Map.of("roles", List.of("sales-leaders")),
                "https://example.com/roles", List.of("sales-leaders"));
        assertThat(groups(claim, sent)).containsExactly(Group.LEADER);
        assertThat(groups(claim + ".x", sent)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # issuer,                  client, audience, reps,       what is said
            http://login.example.com,  t2c,    api,      sales-reps, begins with https
            ftp://login.example.com,   t2c,    api,      sales-reps, begins with https
            https://login.example.com, '',     api,      sales-reps, t2c.oidc.client-id
            https://login.example.com, t2c,    t2c,      sales-reps, t2c.oidc.audience
            https://login.example.com, t2c,    api,      '',         t2c.oidc.groups
            """)
    void settingsThatAreNotSafeAreRefused(String issuer, String client, String audience, String reps, String said) {
        Map<Group, Set<String>> groups = reps.isEmpty() ? Map.of() : Map.of(Group.REP, Set.of(reps));
        assertThatThrownBy(() -> settings(issuer, client, audience, groups, "groups"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said);
    }

    @Test
    void withoutAnIssuerThereAreOnlyPasswords() {
        var off = settings("", "", "", Map.of(), "groups");
        assertThat(off.on()).isFalse();
        assertThat(off.passwordsToo()).isTrue();
        assertThat(off.bearerTokens()).isFalse();
    }

    @Test
    void withAnIssuerPasswordsOpenNothingAndTokensOnlyOnceTheyHaveAnAudience() {
        var on = settings("https://login.example.com", "t2c", "", GROUPS, "groups");
        assertThat(on.on()).isTrue();
        assertThat(on.passwordsToo()).isFalse();
        assertThat(on.bearerTokens()).isFalse();
        assertThat(on.toString()).doesNotContain("the-secret");
    }

    private static Set<Group> groups(String claim, Map<String, Object> sent) {
        var all = new HashMap<>(sent);
        all.put("id", "tom");
        return claims(claim).read(all).orElseThrow().groups();
    }

    private static Claims claims(String groupsClaim) {
        return new Claims(settings("https://login.example.com", "t2c", "api", GROUPS, groupsClaim));
    }

    private static OidcSettings settings(
            String issuer, String client, String audience, Map<Group, Set<String>> groups, String groupsClaim) {
        return new OidcSettings(
                issuer,
                client,
                "the-secret",
                audience,
                List.of("openid"),
                "id",
                groupsClaim,
                groups,
                false,
                Duration.ofHours(1));
    }
}
