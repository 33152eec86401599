package com.targettoclose.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Slows down whoever tries addresses of recaps. An attempt is counted before it is answered, and given back where the
 * address is one that we made: whoever has a link reads it as often as they like.
 */
@Component
class ThrottleRecaps extends OncePerRequestFilter {

    /** The pages that clients answer. */
    static final RequestMatcher RECAPS =
            PathPatternRequestMatcher.withDefaults().matcher("/recaps/**");

    private final Allowance allowance;

    ThrottleRecaps(ThrottleSettings settings, Clock clock) {
        this.allowance = new Allowance(settings.recapsFromAddress(), settings.recapFromAddressEvery(), clock);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !RECAPS.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var source = Throttle.network(request.getRemoteAddr());
        var wait = allowance.take(source);
        if (wait.isZero()) {
            chain.doFilter(request, response);
            if (response.getStatus() != HttpStatus.NOT_FOUND.value()) {
                allowance.giveBack(source);
            }
            return;
        }
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        response.setHeader("Referrer-Policy", "no-referrer");
        new PlainPage(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "Too many at once",
                        "Too many links that open nothing were tried from where you are. Wait " + seconds
                                + (seconds == 1 ? " second" : " seconds") + ", then load it again.",
                        "",
                        "Load it again")
                .send(response);
    }
}
