package com.targettoclose.security;

import com.targettoclose.process.people.Group;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.util.pattern.PathPattern;

/**
 * One method and path of the {@link AccessTable}, and who may call it.
 *
 * @param row the line of the file that it stands in
 * @param signedInOnly false where it is for everybody, signed in or not
 * @param groups the groups that may; none where nobody may
 */
record AccessLine(int row, HttpMethod method, PathPattern path, boolean signedInOnly, Set<Group> groups) {

    AccessLine {
        groups = Set.copyOf(groups);
    }

    boolean lets(Authentication who) {
        return !signedInOnly
                || who.isAuthenticated()
                        && who.getAuthorities().stream()
                                .map(GrantedAuthority::getAuthority)
                                .anyMatch(this::names);
    }

    private boolean names(String authority) {
        return groups.stream().map(Group::id).anyMatch(authority::equals);
    }

    /** Its method and path, alike for lines that fit the same requests. */
    String call() {
        return method + " " + path.getPatternString().replaceAll("\\{[^/]*}", "{}");
    }
}
