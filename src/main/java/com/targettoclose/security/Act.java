package com.targettoclose.security;

import com.targettoclose.audit.Outcome;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A call that was answered, as far as the audit trail cares.
 *
 * @param path without the query: what was sent along is nobody's business
 * @param before who was signed in as it came; null for nobody
 * @param after who was signed in as it was answered
 */
record Act(
        String method,
        String path,
        @Nullable String before,
        @Nullable String after,
        int status) {

    private static final String RECAP = "/recaps/";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private static final Pattern ENGINE =
            Pattern.compile("/(?:engine-rest(?:/engine/[^/]+)?|camunda/api/engine/engine/[^/]+)/(.+)");

    /** Queries that are sent as a body: of a collection, of its history, of a filter. */
    private static final Pattern QUERY = Pattern.compile("(?!message|signal|condition)(history/)?[a-z-]+(/count)?"
            + "|filter/[^/]+/(list|singleResult|count)|decision-definition/.+/evaluate|identity/password-policy");

    /** What moves an opportunity, and so stands in its ledger. */
    private static final Pattern IN_THE_LEDGER = Pattern.compile("(/api)?/opportunities(/.*)?|/recaps/.*");

    private static final Pattern IN_THE_LEDGER_BY_ENGINE =
            Pattern.compile("task/[^/]+/(complete|submit-form)|process-definition/.+/(start|submit-form)");

    private static final Pattern OPPORTUNITY =
            Pattern.compile("(?:/api)?/opportunities/([A-Za-z0-9._-]{1,64})(?:/.*)?");

    /** Whoever has the address of a recap can answer it, so the trail does not keep it. */
    Act {
        path = path.startsWith(RECAP) ? RECAP : path;
    }

    /** Who did or tried it; null for nobody. */
    @Nullable
    String who() {
        return after == null ? before : after;
    }

    /**
     * What came of it, where that is worth a line: what was refused or broke, who came and went, and what was done to
     * users, rights, diagrams, jobs and imports. What was done to an opportunity stands in its ledger, and nobody's
     * knocking is not written down: it would fill the table at no cost.
     */
    Optional<Outcome> outcome() {
        if (who() == null) {
            return Optional.empty();
        }
        if (status >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            return Optional.of(Outcome.FAILED);
        }
        if (status >= HttpStatus.BAD_REQUEST.value()) {
            return isMissedFile() ? Optional.empty() : Optional.of(Outcome.REFUSED);
        }
        return cameOrWent() || administers() ? Optional.of(Outcome.DONE) : Optional.empty();
    }

    /** The opportunity that stands in the address. */
    Optional<String> opportunity() {
        var matcher = OPPORTUNITY.matcher(path);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** What of the engine it was about, as {@code task/4711/complete}. */
    Optional<String> engineResource() {
        var matcher = ENGINE.matcher(path);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private boolean isMissedFile() {
        return status == HttpStatus.NOT_FOUND.value() && READING.contains(method) && path.startsWith("/camunda/app/");
    }

    private boolean cameOrWent() {
        boolean came = before == null && after != null && !path.startsWith("/api") && !path.startsWith("/engine-rest");
        boolean went = before != null && after == null && !READING.contains(method);
        return came || went;
    }

    private boolean administers() {
        if (READING.contains(method) || IN_THE_LEDGER.matcher(path).matches()) {
            return false;
        }
        var engine = engineResource();
        return engine.isPresent()
                ? !(method.equals("POST") && QUERY.matcher(engine.get()).matches())
                        && !IN_THE_LEDGER_BY_ENGINE.matcher(engine.get()).matches()
                : !path.startsWith("/camunda/");
    }
}
