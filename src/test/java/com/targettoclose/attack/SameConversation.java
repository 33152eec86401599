package com.targettoclose.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/** One conversation, submitted twice at the same moment: by one rep in two browsers, whose requests may reach two nodes. */
final class SameConversation {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WORDS = "She put it to us like this when we met, about ";

    private final ExecutorService threads;
    private final List<Integer> ports;
    private final String user;
    private final String password;

    SameConversation(ExecutorService threads, List<Integer> ports, String user, String password) {
        this.threads = threads;
        this.ports = ports;
        this.user = user;
        this.password = password;
    }

    /** Opens a deal, and says which. */
    String open() {
        var opened = send(0, "POST", "/api/opportunities", Map.of("account", "Harbour Tools", "owner", user));
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        return opened.json().path("id").asText();
    }

    /** The deal as it stands. */
    JsonNode deal(String id) {
        return send(0, "GET", "/api/opportunities/" + id, null).json();
    }

    /**
     * Submits the one open conversation of a deal twice.
     *
     * @return what was answered, in no order
     */
    List<Reply> submitTwice(String id, String heldOn) throws Exception {
        var task = deal(id).path("openConversations").get(0).path("taskId").asText();
        var together = new CyclicBarrier(2);
        List<Future<Reply>> sent = new ArrayList<>();
        for (int n = 0; n < 2; n++) {
            int node = n % ports.size();
            sent.add(threads.submit(() -> {
                together.await(1, TimeUnit.MINUTES);
                return send(node, "POST", "/engine-rest/task/" + task + "/submit-form", form(heldOn));
            }));
        }
        return List.of(sent.get(0).get(2, TimeUnit.MINUTES), sent.get(1).get(2, TimeUnit.MINUTES));
    }

    /** That one of two answers says it is done and the other who was first, and that everything is written once. */
    void assertDoneOnce(String id, List<Reply> answers, String as) {
        assertThat(answers.stream().map(Reply::status)).as(as + answers).containsExactlyInAnyOrder(204, 409);
        var second = answers.get(0).status() == 409 ? answers.get(0) : answers.get(1);
        assertThat(second.sentence())
                .as(as)
                .contains("completed already")
                .contains(user)
                .containsPattern("\\d\\d:\\d\\d");
        var ledger =
                send(0, "GET", "/api/opportunities/" + id + "/ledger", null).json();
        assertThat(ledger.path("chainHolds").asBoolean()).as(as).isTrue();
        var gained = StreamSupport.stream(ledger.path("entries").spliterator(), false)
                .filter(entry -> entry.path("kind").asText().equals("gained"))
                .map(entry -> entry.path("item").asText())
                .toList();
        assertThat(gained).as(as).containsExactlyInAnyOrder("fit-hypothesis", "value-for-client", "time");
    }

    private static Map<String, Object> form(String heldOn) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("contact", "Ada Brook, head of returns");
        fields.put("heldOn", heldOn);
        fields.put("channel", "meeting");
        for (var item : List.of("fitHypothesis", "valueForClient", "time")) {
            fields.put(item + "State", "gained");
            fields.put(item + "Words", WORDS + item);
        }
        Map<String, Object> variables = new HashMap<>();
        fields.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        return Map.of("variables", variables);
    }

    private Reply send(int node, String method, String path, Object body) {
        var signed = Map.of("Authorization", Intruder.basic(user, password));
        return Intruder.at(Door.REST, Person.NOBODY, ports.get(node))
                .send(
                        method,
                        path,
                        signed,
                        body == null
                                ? Body.NONE
                                : Body.json(JSON.valueToTree(body).toString()));
    }
}
