package com.targettoclose.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.stereotype.Component;

/** Spring Security's firewall, which also refuses a zero in what is asked for: PostgreSQL knows no text that has one. */
@Component
class PlainAddresses extends StrictHttpFirewall {

    private static final String ZERO = "%00";

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        var query = request.getQueryString();
        if (query != null && query.contains(ZERO)) {
            throw new RequestRejectedException("The query holds a zero.");
        }
        return super.getFirewalledRequest(request);
    }
}
