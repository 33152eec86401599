package com.targettoclose.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.stereotype.Component;

/**
 * The sessions of this node: notes each as it begins, keeps their number a user, and says whether one may go on. The
 * rights of a user are read once in a while for all of their sessions.
 */
@Component
class OpenSessions implements SessionAuthenticationStrategy {

    private static final int MOST_USERS = 10_000;

    private final Accounts accounts;
    private final SessionSettings settings;
    private final OidcSettings oidc;
    private final Clock clock;
    private final LoadingCache<String, Optional<Standing>> standings;
    private final Map<String, List<OpenSession>> byUser = new ConcurrentHashMap<>();

    OpenSessions(Accounts accounts, SessionSettings settings, OidcSettings oidc, Clock clock) {
        this.accounts = accounts;
        this.settings = settings;
        this.oidc = oidc;
        this.clock = clock;
        this.standings = Caffeine.newBuilder()
                .maximumSize(MOST_USERS)
                .expireAfterWrite(settings.recheckEvery())
                .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
                .build(this::read);
    }

    /** Notes that somebody signed in, and ends their oldest sessions where there are too many. */
    @Override
    public void onAuthentication(Authentication who, HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession();
        var password = accounts.find(who.getName()).map(Account::password).orElse("");
        var groups = who.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
        var longest = who instanceof OAuth2AuthenticationToken ? oidc.longest() : settings.longest();
        var opened = new OpenSession(
                who.getName(), new Standing(password, groups), clock.instant().plus(longest), session, this);
        session.setAttribute(OpenSession.ATTRIBUTE, opened);
        standings.invalidate(opened.user());
        List<OpenSession> tooMany = new ArrayList<>();
        byUser.compute(opened.user(), (user, known) -> {
            List<OpenSession> now = known == null ? new ArrayList<>() : new ArrayList<>(known);
            now.add(opened);
            while (now.size() > settings.most()) {
                tooMany.add(now.remove(0));
            }
            return now;
        });
        tooMany.forEach(OpenSession::end);
    }

    /** Whether a session may go on: it is not too old, and its user stands as when it began. */
    boolean mayGoOn(OpenSession session) {
        return session.until().isAfter(clock.instant())
                && standings
                        .get(session.user())
                        .filter(session.standing()::equals)
                        .isPresent();
    }

    void ended(OpenSession session) {
        byUser.computeIfPresent(session.user(), (user, known) -> {
            List<OpenSession> left = new ArrayList<>(known);
            left.remove(session);
            return left.isEmpty() ? null : left;
        });
    }

    private Optional<Standing> read(String user) {
        return accounts.find(user)
                .map(account -> new Standing(account.password(), new HashSet<>(accounts.groupsOf(user))));
    }
}
