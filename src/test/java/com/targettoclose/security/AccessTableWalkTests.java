package com.targettoclose.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.process.people.Group;
import com.targettoclose.testing.OnH2;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.WebApplicationContext;

/** Walks every endpoint that exists against {@code docs/access.md}, as everybody there is. */
@OnH2
class AccessTableWalkTests {

    private static final String HOW_TO_ADD = "Say in docs/access.md who may call it: a line such as"
            + " | POST | `/api/opportunities/{id}/setbacks` | rep, manager | reports a setback |"
            + " in the table it belongs to; 'nobody' keeps it closed.";

    @Autowired
    WebApplicationContext context;

    private Set<Endpoint> endpoints;
    private AccessTable table;
    private Chains chains;

    @BeforeEach
    void collect() {
        endpoints = Endpoints.of(context);
        table = context.getBean(NamedInTable.class).table();
        chains = new Chains(context);
    }

    @Test
    void everyEndpointOfOurOwnIsNamed() {
        assertThat(endpoints.stream()
                        .filter(Endpoint::ours)
                        .filter(endpoint -> line(endpoint) == null)
                        .map(endpoint -> endpoint + " is not named, so nobody reaches it. " + HOW_TO_ADD))
                .isEmpty();
    }

    @Test
    void noEndpointIsReachedThroughALineThatIsMeantForAnother() {
        assertThat(endpoints.stream()
                        .filter(endpoint -> line(endpoint) != null)
                        .filter(endpoint -> !line(endpoint).call().equals(endpoint.call()))
                        .map(endpoint -> endpoint + " is reached through "
                                + line(endpoint).call() + " (line "
                                + line(endpoint).row() + "). " + HOW_TO_ADD))
                .isEmpty();
    }

    @Test
    void everyLineIsForAnEndpointThatExists() {
        var calls = endpoints.stream().map(Endpoint::call).collect(Collectors.toSet());
        assertThat(table.lines().stream()
                        .filter(line -> !calls.contains(line.call()))
                        .filter(line -> endpoints.stream().noneMatch(endpoint -> endpoint.covers(line)))
                        .map(line -> "docs/access.md, line " + line.row() + ": nothing answers " + line.call()
                                + ". Correct the path, or take the line out."))
                .isEmpty();
    }

    @Test
    void everybodyReachesWhatIsNamedForThemAndNothingElse() {
        List<String> wrong = new ArrayList<>();
        int walked = 0;
        for (var endpoint : endpoints) {
            for (var who : Visitors.ALL) {
                wrong.addAll(walk(endpoint.method(), endpoint.sample(), who));
                walked++;
            }
        }
        report(walked);
        assertThat(wrong).isEmpty();
    }

    @Test
    void noPathTellsItsMethodsUnasked() {
        var paths = endpoints.stream().map(Endpoint::sample).distinct().toList();
        List<String> wrong = new ArrayList<>();
        for (var path : paths) {
            for (var method : List.of(HttpMethod.OPTIONS, HttpMethod.PATCH)) {
                if (table.find(method, path).isEmpty()) {
                    wrong.addAll(walk(method, path, Group.ADMIN));
                }
            }
        }
        assertThat(paths).hasSizeGreaterThan(500);
        assertThat(wrong).isEmpty();
    }

    private List<String> walk(HttpMethod method, String path, @Nullable Group who) {
        boolean expected =
                table.find(method, path).filter(line -> isFor(line, who)).isPresent();
        var answer = chains.send(method, path, who);
        boolean refusedInOrder = who == null ? asksToSignIn(answer) : answer.status() == HttpStatus.FORBIDDEN.value();
        return answer.passed() == expected && (expected || refusedInOrder)
                ? List.of()
                : List.of(method + " " + path + " by " + (who == null ? "nobody" : who.id()) + ": " + answer
                        + (expected ? ", but it is named for them" : ", but it is not named for them"));
    }

    private static boolean asksToSignIn(Chains.Answer answer) {
        return answer.status() == HttpStatus.UNAUTHORIZED.value()
                || answer.status() == HttpStatus.FOUND.value()
                        && String.valueOf(answer.response().getHeader(HttpHeaders.LOCATION))
                                .endsWith("/login");
    }

    private static boolean isFor(AccessLine line, @Nullable Group who) {
        return !line.signedInOnly() || who != null && line.groups().contains(who);
    }

    private @Nullable AccessLine line(Endpoint endpoint) {
        return table.find(endpoint.method(), endpoint.sample()).orElse(null);
    }

    private void report(int walked) {
        var reached = Arrays.stream(Group.values())
                .map(group -> group.id() + " "
                        + endpoints.stream()
                                .filter(endpoint -> line(endpoint) != null)
                                .filter(endpoint -> isFor(line(endpoint), group))
                                .count())
                .collect(Collectors.joining(", "));
        System.out.printf(
                "Walked %d endpoints, %d times in all, against %d lines. Reached by %s.%n",
                endpoints.size(), walked, table.lines().size(), reached);
    }

    /** Everybody who may stand before the door; null is who did not sign in. */
    private static final class Visitors {
        static final List<@Nullable Group> ALL = Stream.concat(Stream.of((Group) null), Arrays.stream(Group.values()))
                .toList();
    }
}
