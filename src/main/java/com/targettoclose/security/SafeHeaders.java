package com.targettoclose.security;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What every answer tells a browser not to do, besides Spring Security's own: no script, style or picture from elsewhere
 * or written into a page, no frame around it, no address handed on to other sites, no camera. Strict transport security
 * is told where the request came over TLS.
 *
 * <p>Tasklist, Cockpit and Admin bear less: they send a content security policy of their own, see
 * {@code application.yaml}, and a policy that is there already stays.
 */
final class SafeHeaders {

    private static final String CONTENT =
            "default-src 'none'; script-src 'self'; style-src 'self';%s img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'%s; base-uri 'none'; frame-ancestors 'none'";

    private static final String POLICY = "Content-Security-Policy";

    /** Pages with diagrams: the viewer positions its parts by their style attributes. */
    private static final RequestMatcher DRAWN = new OrRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher("/process/editions/*"),
            PathPatternRequestMatcher.withDefaults().matcher("/report/diagrams"));

    private static final String PERMISSIONS =
            "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(),"
                    + " microphone=(), midi=(), payment=(), serial=(), usb=()";

    private SafeHeaders() {}

    /** @param signOutAt where signing out leads on to besides, or nothing: a browser takes that for sending a form there */
    static Customizer<HeadersConfigurer<HttpSecurity>> all(String signOutAt) {
        var end = signOutAt.isEmpty() ? "" : " " + signOutAt;
        var content = CONTENT.formatted("", end);
        var drawn = CONTENT.formatted(" style-src-attr 'unsafe-inline';", end);
        return headers -> headers.addHeaderWriter((request, response) -> {
                    if (!response.containsHeader(POLICY)) {
                        response.setHeader(POLICY, DRAWN.matches(request) ? drawn : content);
                    }
                })
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resources -> resources.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }
}
