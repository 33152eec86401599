package com.targettoclose.security;

import com.targettoclose.process.people.Group;
import com.targettoclose.process.people.UserId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a token of the login service says of its user. */
@Component
class Claims {

    private final OidcSettings settings;

    Claims(OidcSettings settings) {
        this.settings = settings;
    }

    /** The user; empty where the token names none, or one with an id that nobody may have here. */
    Optional<ExternalUser> read(Map<String, Object> claims) {
        return text(claims, settings.userClaim())
                .filter(UserId::allows)
                .map(id -> new ExternalUser(
                        id,
                        text(claims, "given_name").orElse(null),
                        text(claims, "family_name")
                                .or(() -> text(claims, "name"))
                                .orElse(null),
                        text(claims, "email").orElse(null),
                        groups(claims)));
    }

    /** Those of our groups that one of the user's groups there stands for. */
    private Set<Group> groups(Map<String, Object> claims) {
        var theirs = texts(find(claims, settings.groupsClaim()));
        return settings.groups().entrySet().stream()
                .filter(ours -> ours.getValue().stream().anyMatch(theirs::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A claim by its name, dots and all; else one inside others, its name a path. */
    private static @Nullable Object find(Map<?, ?> claims, String name) {
        if (claims.containsKey(name)) {
            return claims.get(name);
        }
        int dot = name.indexOf('.');
        return dot > 0 && claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner
                ? find(inner, name.substring(dot + 1))
                : null;
    }

    private static Optional<String> text(Map<String, Object> claims, String name) {
        return find(claims, name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    private static Set<String> texts(@Nullable Object claim) {
        if (claim instanceof String one) {
            return Set.of(one);
        }
        return claim instanceof Collection<?> many
                ? many.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
