package com.targettoclose.security;

import com.targettoclose.process.people.Group;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.context.WebApplicationContext;

/** The application's own filter chains, with nothing behind them: whether a request would pass, and nothing comes of it. */
final class Chains {

    private final WebApplicationContext context;
    private final Filter chains;

    Chains(WebApplicationContext context) {
        this.context = context;
        this.chains = context.getBean("springSecurityFilterChain", Filter.class);
    }

    /** What became of a request: whether it got through, and else the answer. */
    record Answer(boolean passed, MockHttpServletResponse response) {

        int status() {
            return response.getStatus();
        }

        @Override
        public String toString() {
            return passed ? "passed" : "refused with " + status();
        }
    }

    /** Sends a request as somebody of a group, null for nobody, with the token that a page of ours would send along. */
    Answer send(HttpMethod method, String path, @Nullable Group group) {
        var request = new MockHttpServletRequest(context.getServletContext(), method.name(), path);
        var response = new MockHttpServletResponse();
        if (group != null) {
            var who = UsernamePasswordAuthenticationToken.authenticated(
                    "someone", null, List.of(new SimpleGrantedAuthority(group.id())));
            new RequestAttributeSecurityContextRepository()
                    .saveContext(new SecurityContextImpl(who), request, response);
        }
        SecurityMockMvcRequestPostProcessors.csrf().postProcessRequest(request);
        var rest = new MockFilterChain();
        try {
            chains.doFilter(request, response, rest);
        } catch (IOException | ServletException e) {
            throw new AssertionError(e);
        }
        return new Answer(rest.getRequest() != null, response);
    }
}
