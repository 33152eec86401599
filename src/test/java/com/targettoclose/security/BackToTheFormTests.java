package com.targettoclose.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.testing.OnH2;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.ActiveProfiles;

/** A form of ours that comes with the token of a session that this node does not know. */
@OnH2
@ActiveProfiles("sample")
class BackToTheFormTests {

    private static final String FORM = "/opportunities/tessaly/acts/close";

    @LocalServerPort
    int port;

    @Test
    void whoIsNotSignedInSignsInOnceAndComesOutAtTheForm() {
        var rep = Visitor.nobody(port);
        leadsTo("/login?expired", send(rep, FORM, "https://deals.example" + FORM + "?done=terms"));
        assertThat(rep.signIn("rep1", SampleUsers.PASSWORD)).endsWith(FORM + "?unsent");
    }

    @Test
    void whoIsSignedInComesOutAtTheFormAtOnce() {
        var rep = Visitor.person(port, "rep1", SampleUsers.PASSWORD);
        leadsTo(FORM + "?unsent", send(rep, FORM, "https://deals.example" + FORM));
    }

    @Test
    void aLoginFormThatWaitedTooLongIsShownAnewAndLeadsToTheFirstPage() {
        var rep = Visitor.nobody(port);
        leadsTo("/login?expired", send(rep, "/login", "https://deals.example/login"));
        assertThat(rep.signIn("rep1", SampleUsers.PASSWORD)).endsWith("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://deals.example//elsewhere.example/x", "https://deals.example", "not an address"})
    void whoSaysNothingOfUseOfTheirPageIsRefused(String page) {
        assertThat(send(Visitor.nobody(port), FORM, page).getStatusCode().value())
                .isEqualTo(403);
    }

    private static void leadsTo(String place, ResponseEntity<String> answer) {
        assertThat(answer.getStatusCode().value()).isEqualTo(303);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.LOCATION)).isEqualTo(place);
    }

    private static ResponseEntity<String> send(Visitor visitor, String path, String page) {
        return visitor.send(
                HttpMethod.POST,
                path,
                Visitor.form(Map.of("_csrf", "of a session that is gone", "words", "We cannot meet before June")),
                Map.of(HttpHeaders.REFERER, page));
    }
}
