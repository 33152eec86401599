package com.targettoclose.security;

import com.targettoclose.process.people.Group;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A user as the login service knows them, in our words. */
record ExternalUser(
        String id,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        Set<Group> groups) {

    ExternalUser {
        groups = Set.copyOf(groups);
    }

    /** What the groups are to the filter chains. */
    Set<GrantedAuthority> authorities() {
        return groups.stream()
                .map(group -> new SimpleGrantedAuthority(group.id()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
