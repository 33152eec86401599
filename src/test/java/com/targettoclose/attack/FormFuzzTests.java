package com.targettoclose.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.targettoclose.testing.Books;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.Fuzz;
import com.targettoclose.testing.Jobs;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import javax.sql.DataSource;
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
@DisplayName("forms, filled in at random")
class FormFuzzTests {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> TYPES = List.of(
            "String",
            "Integer",
            "Long",
            "Double",
            "Boolean",
            "Date",
            "Json",
            "Xml",
            "Object",
            "Bytes",
            "File",
            "Null",
            "nonsense");
    private static final int TRIES = 4;
    private static final int CONVERSATIONS = 14;
    private static final String STARTABLE =
            "/engine-rest/process-definition?latestVersion=true&startableInTasklist=true&startablePermissionCheck=true";

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

        static LongStream seeds() {
            return Fuzz.seeds();
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("seeds")
        @DisplayName("every conversation takes what is right, refuses the rest, and writes nothing by halves")
        void conversations(long seed) {
            var fuzz = new Fuzz(seed);
            var deal = deals.open("50000", "new-business", Deals.REP);
            for (int n = 0; n < CONVERSATIONS && !deal.openConversations().isEmpty(); n++) {
                var key = fuzz.oneOf(deal.openConversations());
                for (int tried = 0; tried < TRIES && deal.openConversations().contains(key); tried++) {
                    var path = "/engine-rest/task/" + deal.task(key).getId() + "/submit-form";
                    submit(fuzz, path, right(deal, key), "seed %d, %s".formatted(seed, key));
                    jobs.run(deal.id());
                }
                if (deal.openConversations().contains(key)) {
                    deal.gain(key);
                }
            }
            assertThat(books.faults(List.of(deal.id()))).as("seed " + seed).isEmpty();
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("seeds")
        @DisplayName(
                "every process that can be started takes what is right, refuses the rest, and writes nothing by halves")
        void starts(long seed) {
            var fuzz = new Fuzz(seed);
            deals.user(Deals.REP);
            var before = books.opportunities();
            var startable = send("GET", STARTABLE, Body.NONE).json();
            assertThat(startable).isNotEmpty();
            startable.forEach(definition -> {
                var path = "/engine-rest/process-definition/"
                        + definition.path("id").asText();
                var form = send("GET", path + "/deployed-start-form", Body.NONE).json();
                for (int tried = 0; tried < TRIES; tried++) {
                    submit(fuzz, path + "/submit-form", filledIn(form, fuzz), "seed %d, %s".formatted(seed, path));
                }
            });
            var touched = books.opportunities();
            touched.removeAll(before);
            touched.forEach(jobs::run);
            assertThat(books.faults(touched)).as("seed " + seed).isEmpty();
        }

        private void submit(Fuzz fuzz, String path, ObjectNode fields, String as) {
            var variables = JSON.objectNode();
            fuzz.bent(fields)
                    .fields()
                    .forEachRemaining(field -> variables.set(field.getKey(), typed(field.getValue(), fuzz)));
            var body = JSON.objectNode().set("variables", variables).toString();
            var before = Snapshot.of(database);
            var reply = send("POST", path, Body.json(body));
            var said = as + ": " + (body.length() > 800 ? body.substring(0, 800) + "…" : body) + " -> " + reply;
            assertThat(reply.status()).as(said).isBetween(200, 499);
            assertThat(reply.leaks(body)).as(said).isEmpty();
            if (reply.status() >= 400) {
                assertThat(reply.sentence()).as(said).isNotBlank();
                assertThat(before.until(Snapshot.of(database))).as(said).isEmpty();
            }
        }

        private static ObjectNode typed(JsonNode value, Fuzz fuzz) {
            var typed = JSON.objectNode();
            typed.set("value", value);
            if (fuzz.once(6)) {
                typed.put("type", fuzz.oneOf(TYPES));
            }
            if (fuzz.once(20)) {
                typed.set("valueInfo", fuzz.json());
            }
            return typed;
        }

        private static ObjectNode right(Deal deal, String key) {
            return MAPPER.valueToTree(deal.answers(key).fields());
        }

        /** A start form with something in every field of it. */
        private static ObjectNode filledIn(JsonNode form, Fuzz fuzz) {
            var fields = JSON.objectNode();
            List<JsonNode> open = new ArrayList<>(List.of(form));
            while (!open.isEmpty()) {
                var component = open.remove(0);
                component.path("components").forEach(open::add);
                if (component.has("key")) {
                    var choices = component.path("values");
                    var text = choices.isEmpty()
                            ? "Harbour Tools " + fuzz.below(100)
                            : choices.get(fuzz.below(choices.size()))
                                    .path("value")
                                    .asText();
                    fields.put(component.path("key").asText(), text);
                }
            }
            return fields;
        }

        private Reply send(String method, String path, Body body) {
            var signed = Map.of("Authorization", Intruder.basic(Deals.REP, "Only4Tests-" + Deals.REP));
            var bytes = new String(body.bytes(), StandardCharsets.UTF_8);
            return Intruder.at(Door.REST, Person.NOBODY, port)
                    .send(method, path, signed, body.none() ? body : Body.json(bytes));
        }
    }
}
