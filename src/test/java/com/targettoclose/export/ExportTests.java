package com.targettoclose.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.process.people.Group;
import com.targettoclose.process.people.SalesTeams;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.Http;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import org.w3c.dom.Element;

@DisplayName("the event log")
class ExportTests {

    private static final String XES = "/api/exports/events.xes";
    private static final String CSV = "/api/exports/events.csv";

    @Nested
    @OnH2
    @DisplayName("on H2")
    class OnH2Database extends Exported {}

    @Nested
    @OnPostgres
    @DisplayName("on PostgreSQL")
    class OnPostgresDatabase extends Exported {}

    abstract static class Exported {

        private static final String REP = "exported-rep";
        private static final String MANAGER = "exporting-manager";
        private static final String LEADER = "exporting-leader";
        private static final String PERSON = "Ottoline Quist";
        private static final String WORDS = "You meet us on the umbrella terrace";

        @Autowired
        Deals deals;

        @Autowired
        SalesTeams teams;

        @Autowired
        TransactionTemplate transactions;

        @LocalServerPort
        int port;

        @BeforeEach
        void people() {
            deals.user(REP);
            deals.user(MANAGER, Group.MANAGER);
            deals.user(LEADER, Group.LEADER);
            transactions.executeWithoutResult(tx -> teams.keepOnly(REP, Set.of(MANAGER)));
        }

        @Test
        @DisplayName("as XES is a trace a deal and an event an entry, with what the standard asks for")
        void xes() throws Exception {
            var deal = deals.open("50000", "new-business", REP).win();
            var answer = get(LEADER, XES);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/xml");
            assertThat(XesSchema.faults(answer.body())).isEmpty();
            assertThat(XesSchema.faults(answer.body().replaceFirst("key=\"concept:name\"", "")))
                    .as("the schema finds what is missing")
                    .isNotEmpty();
            var log = parse(answer.body());
            assertThat(log.getTagName()).isEqualTo("log");
            assertThat(log.getAttribute("xes.version")).isEqualTo("2.0");
            assertThat(tags(log))
                    .startsWith("extension", "extension", "extension", "extension", "global", "global", "classifier");
            var trace = trace(log, deal);
            var events = children(trace, "event");
            assertThat(events).hasSize(deal.history().entries().size());
            assertThat(events.stream().map(event -> value(event, "concept:name")))
                    .startsWith("Opened")
                    .contains("Gained: time", "Pass the gate of negotiation", "End: won");
            assertThat(events).allSatisfy(event -> {
                assertThat(OffsetDateTime.parse(value(event, "time:timestamp"))).isNotNull();
                assertThat(value(event, "lifecycle:transition")).isEqualTo("complete");
                assertThat(value(event, "org:resource")).isNotBlank();
                assertThat(keys(event)).doesNotHaveDuplicates();
            });
            assertThat(value(trace, "status")).isEqualTo("won");
            assertThat(value(trace, "simulated")).isEqualTo("false");
        }

        @Test
        @DisplayName("says nothing that a client said, and nobody's name")
        void noWords() throws Exception {
            var deal = deals.open("50000", "new-business", REP);
            var item = Map.of("item", "time", "state", "gained", "words", WORDS);
            var held = Map.<String, Object>of(
                    "contact", PERSON, "heldOn", "2026-03-02", "channel", "call", "items", List.of(item));
            assertThat(http(REP)
                            .post("/api/opportunities/" + deal.id() + "/conversations", held)
                            .status())
                    .isEqualTo(201);
            for (var path : List.of(XES, CSV)) {
                assertThat(get(LEADER, path).body())
                        .contains(deal.id(), "Gained: time")
                        .doesNotContain(PERSON, "umbrella", deal.opportunity().account());
            }
        }

        @Test
        @DisplayName("of a manager is their team's, of the days and the roadmap that are asked for")
        void narrowed() throws Exception {
            var deal = deals.open("50000", "new-business", REP);
            var foreign = deals.open("50000", "new-business", "exported-stranger");
            var renewal = deals.openRenewal();
            var csv = get(MANAGER, CSV).body();
            assertThat(csv.lines().findFirst().orElseThrow())
                    .isEqualTo(
                            "case,activity,timestamp,resource,kind,item,stage,outcome,conversation,occurredOn,roadmap,"
                                    + "dealType,sizeBand,status,simulated");
            assertThat(csv).contains(deal.id()).doesNotContain(foreign.id());
            assertThat(get(LEADER, CSV + "?roadmap=renewal").body())
                    .contains(renewal.id())
                    .doesNotContain(deal.id());
            assertThat(get(LEADER, CSV + "?to=2001-01-01").body().lines()).hasSize(1);
            assertThat(get(LEADER, CSV + "?from=2026-03-02&to=2026-03-02").body())
                    .contains(deal.id());
            var faulty = http(LEADER).get(XES + "?from=soon&to=later");
            assertThat(faulty.status()).isEqualTo(422);
            assertThat(faulty.body().path("faults").findValuesAsText("field")).containsExactly("from", "to");
            assertThat(http(REP).get(XES).status()).isEqualTo(403);
        }

        private Http http(String user) {
            return deals.http(port, user);
        }

        private HttpResponse<String> get(String user, String path) throws Exception {
            var basic =
                    Base64.getEncoder().encodeToString((user + ":Only4Tests-" + user).getBytes(StandardCharsets.UTF_8));
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("Authorization", "Basic " + basic)
                    .build();
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return answer;
        }

        private static Element parse(String xml) throws Exception {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement();
        }

        private static Element trace(Element log, Deal deal) {
            return children(log, "trace").stream()
                    .filter(trace -> value(trace, "concept:name").equals(deal.id()))
                    .findFirst()
                    .orElseThrow();
        }

        private static List<String> tags(Element in) {
            return all(in).stream().map(Element::getTagName).toList();
        }

        private static List<Element> children(Element in, String tag) {
            return all(in).stream().filter(it -> it.getTagName().equals(tag)).toList();
        }

        private static List<String> keys(Element in) {
            return all(in).stream().map(it -> it.getAttribute("key")).toList();
        }

        private static String value(Element in, String key) {
            return all(in).stream()
                    .filter(it -> it.getAttribute("key").equals(key))
                    .map(it -> it.getAttribute("value"))
                    .findFirst()
                    .orElse("");
        }

        private static List<Element> all(Element in) {
            List<Element> found = new ArrayList<>();
            for (var child = in.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child instanceof Element element) {
                    found.add(element);
                }
            }
            return found;
        }
    }
}
