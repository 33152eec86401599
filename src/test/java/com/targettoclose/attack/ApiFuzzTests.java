package com.targettoclose.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.attack.ApiDescription.Operation;
import com.targettoclose.process.people.Group;
import com.targettoclose.testing.Books;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.Fuzz;
import com.targettoclose.testing.Jobs;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Tag("fuzz")
@Order(1)
@DisplayName("our own interface, asked at random")
class ApiFuzzTests {

    private static final String LEADER = "fuzz.leader";
    private static final int REQUESTS = 60;

    @Nested
    @OnH2
    class OnH2Database extends AtRandom {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends AtRandom {}

    abstract static class AtRandom {

        @LocalServerPort
        int port;

        @Autowired
        DataSource database;

        @Autowired
        Deals deals;

        @Autowired
        Jobs jobs;

        @Autowired
        Books books;

        @Autowired
        IdentityService identities;

        private List<Operation> operations;
        private ApiDescription description;

        static LongStream seeds() {
            return Fuzz.seeds();
        }

        @BeforeEach
        void readTheDescription() {
            deals.user(Deals.REP);
            deals.user(LEADER);
            if (identities
                            .createGroupQuery()
                            .groupMember(LEADER)
                            .groupId(Group.LEADER.id())
                            .count()
                    == 0) {
                identities.createMembership(LEADER, Group.LEADER.id());
            }
            description = new ApiDescription(
                    send(LEADER, "GET", "/v3/api-docs", Body.NONE).json());
            operations = description.operations();
            assertThat(operations).hasSizeGreaterThanOrEqualTo(8);
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("seeds")
        @DisplayName("answers every request, in plain words, and writes nothing by halves")
        void answersEveryRequest(long seed) {
            var fuzz = new Fuzz(seed);
            var before = books.opportunities();
            var deal = deals.open("50000", "new-business", Deals.REP);
            var last = Snapshot.of(database);
            for (int n = 0; n < REQUESTS; n++) {
                var request = "seed %d, request %d: ".formatted(seed, n);
                var reply = ask(fuzz, deal.id(), request);
                var now = Snapshot.of(database);
                if (reply.status() >= 400) {
                    assertThat(last.until(now))
                            .as(request + "refused, and done all the same")
                            .isEmpty();
                }
                last = now;
            }
            var touched = books.opportunities();
            touched.removeAll(before);
            touched.forEach(jobs::run);
            assertThat(books.faults(touched)).as("seed " + seed).isEmpty();
        }

        private Reply ask(Fuzz fuzz, String deal, String request) {
            var operation = fuzz.oneOf(operations);
            var path = path(operation, deal, fuzz);
            var body = operation.body().isMissingNode()
                    ? Body.NONE
                    : Body.json(fuzz.bent(description.example(operation.body(), "", fuzz))
                            .toString());
            var reply = send(fuzz.once(3) ? LEADER : Deals.REP, operation.method(), path, body);
            var as = request + operation.method() + " " + path + " " + text(body) + " -> " + reply;
            assertThat(reply.status()).as(as).isBetween(200, 499);
            assertThat(reply.leaks(path + text(body))).as(as).isEmpty();
            if (reply.status() >= 400) {
                assertThat(reply.sentence()).as(as).isNotBlank();
            }
            return reply;
        }

        private static String path(Operation operation, String deal, Fuzz fuzz) {
            var path = operation.path().replaceAll("\\{[^}]+}", fuzz.once(5) ? encoded(fuzz.text()) : deal);
            var query = new StringBuilder();
            operation.query().stream()
                    .filter(name -> fuzz.once(2))
                    .forEach(name -> query.append(query.isEmpty() ? '?' : '&')
                            .append(name)
                            .append('=')
                            .append(encoded(fuzz.once(2) ? fuzz.text() : Integer.toString(fuzz.below(5)))));
            return path + query;
        }

        private static String encoded(String text) {
            var cut = text.substring(0, Math.min(text.length(), 200));
            return URLEncoder.encode(cut, StandardCharsets.UTF_8).replace("+", "%20");
        }

        private static String text(Body body) {
            var text = new String(body.bytes(), StandardCharsets.UTF_8);
            return text.length() > 500 ? text.substring(0, 500) + "…" : text;
        }

        private Reply send(String user, String method, String path, Body body) {
            var signed = Map.of("Authorization", Intruder.basic(user, "Only4Tests-" + user));
            return Intruder.at(Door.REST, Person.NOBODY, port).send(method, path, signed, body);
        }
    }
}
