package com.targettoclose.production;

import com.targettoclose.testing.Http;
import com.targettoclose.testing.Http.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A rep who works on one deal after the other, through whichever node takes the next request, and remembers what was answered. A
 * deal whose answer is lost is left as it is.
 */
final class Seller implements Runnable {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);
    private static final String DEALS = "/api/opportunities";
    private static final List<String> TARGET = List.of("fit-hypothesis", "value-for-client", "time");

    /** What came of sending a conversation. */
    enum Came {
        ACCEPTED,
        REFUSED,
        UNKNOWN
    }

    /** A conversation that was sent: no other has its contact. */
    record Sent(String deal, String contact, List<String> items, Came came, int status) {}

    private final String name;
    private final List<Integer> ports;
    private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();
    private final Map<Integer, Integer> accepted = new ConcurrentHashMap<>();
    private final String today = LocalDate.now(ZoneId.systemDefault()).toString();
    private volatile boolean stopped;
    private int turn;

    Seller(String name, List<Integer> ports) {
        this.name = name;
        this.ports = ports;
    }

    Queue<Sent> sent() {
        return sent;
    }

    /** How many conversations the node at a port has accepted of this seller. */
    int acceptedAt(int port) {
        return accepted.getOrDefault(port, 0);
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        for (int deal = 0; !stopped; deal++) {
            try {
                sell(name + "-" + deal, deal % 2 == 0);
            } catch (UncheckedIOException | ConditionTimeoutException | Lost e) {
                // the node went away: on with the next deal, at the other
                turn++;
            }
        }
    }

    /** An answer that leaves open what was done. */
    private static final class Lost extends RuntimeException {}

    private void sell(String id, boolean close) {
        var opened = node().post(DEALS, opening(id));
        if (opened.status() >= 500) {
            throw new Lost();
        }
        if (opened.status() != 201) {
            throw new IllegalStateException("No deal is opened: " + opened.body());
        }
        submit(id, awaitTask(id));
        hold(id, "gained", List.of("problem-known", "agenda-agreed"), "They showed us the figures of last year");
        hold(id, "gained", List.of("explore"), "");
        hold(id, "not-yet", List.of("change"), "They want to ask their board first");
        hold(id, "gained", List.of("explore", "cost-of-inaction", "trigger-and-date"), "It costs us two days a week");
        hold(id, "gained", List.of("change"), "We will change it, and by the spring");
        if (close) {
            node().post(DEALS + "/" + id + "/closing", Map.of("as", "lost", "reason", "price", "words", "Too dear"));
        }
    }

    private static Map<String, Object> opening(String id) {
        return Map.of("id", id, "account", "Client " + id, "owner", "rep1", "value", 42_000, "currency", "USD");
    }

    private String awaitTask(String id) {
        return Awaitility.await(id)
                .atMost(LONG_ENOUGH)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> node().get(DEALS + "/" + id)
                                .body()
                                .at("/openConversations/0/taskId")
                                .asText(),
                        task -> !task.isEmpty());
    }

    /** As Tasklist does. */
    private void submit(String id, String task) {
        var contact = "Contact " + sent.size() + " of " + name;
        Map<String, Object> fields = new HashMap<>();
        fields.put("contact", Map.of("value", contact));
        fields.put("heldOn", Map.of("value", today));
        fields.put("channel", Map.of("value", "meeting"));
        for (var item : List.of("fitHypothesis", "valueForClient", "time")) {
            fields.put(item + "State", Map.of("value", "gained"));
            fields.put(item + "Words", Map.of("value", "They said so about " + item));
        }
        send(id, contact, TARGET, "/engine-rest/task/" + task + "/submit-form", Map.of("variables", fields));
    }

    private void hold(String id, String state, List<String> items, String words) {
        var contact = "Contact " + sent.size() + " of " + name;
        List<Map<String, String>> said = new ArrayList<>();
        items.forEach(item -> said.add(Map.of("item", item, "state", state, "words", words)));
        var body = Map.of("contact", contact, "heldOn", today, "channel", "call", "items", said);
        send(id, contact, items, DEALS + "/" + id + "/conversations", body);
    }

    private void send(String id, String contact, List<String> items, String path, Object body) {
        int port = ports.get(turn++ % ports.size());
        Answer answer;
        try {
            answer = at(port).post(path, body);
        } catch (UncheckedIOException e) {
            sent.add(new Sent(id, contact, items, Came.UNKNOWN, 0));
            throw e;
        }
        var came = answer.status() < 300 ? Came.ACCEPTED : answer.status() < 500 ? Came.REFUSED : Came.UNKNOWN;
        sent.add(new Sent(id, contact, items, came, answer.status()));
        if (came == Came.ACCEPTED) {
            accepted.merge(port, 1, Integer::sum);
        } else if (came == Came.UNKNOWN) {
            throw new Lost();
        }
    }

    private Http node() {
        return at(ports.get(turn++ % ports.size()));
    }

    private static Http at(int port) {
        return new Http(port, "rep1", "demo");
    }
}
