package com.targettoclose.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.targettoclose.chaos.Attempt.Outcome;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * A rep at work: opens deals, holds their conversations and records them, now and then with a fault, twice at once, or one
 * that nobody planned. She leaves a deal alone when it has come to its end.
 */
final class Rep {

    /** How many deals she works on. */
    static final int DEALS_AT_ONCE = 3;

    private static final int HUNDRED = 100;

    private final String user;
    private final Client client;
    private final Habits habits;
    private final Random random;
    private final Executor atOnce;
    private final Consumer<Attempt> journal;
    private final List<String> deals = new ArrayList<>();
    private int sent;
    private int looked;

    /**
     * What she is like, of a hundred each.
     *
     * @param notYet answers that are not yet gained
     * @param faulty conversations whose form has a fault
     * @param twice conversations that are submitted to both nodes at the same moment
     * @param unplanned conversations that no task asked for
     */
    record Habits(int notYet, int faulty, int twice, int unplanned) {

        static final Habits BUSY = new Habits(15, 8, 8, 8);
        static final Habits CALM = new Habits(15, 0, 0, 0);
        static final Habits FINISHING = new Habits(0, 0, 0, 0);
    }

    Rep(String user, Client client, Habits habits, Random random, Executor atOnce, Consumer<Attempt> journal) {
        this.user = user;
        this.client = client;
        this.habits = habits;
        this.random = random;
        this.atOnce = atOnce;
        this.journal = journal;
    }

    /** The deals she works on. */
    List<String> deals() {
        return deals;
    }

    /** Does one thing, if one of her deals has something to do, and says whether she recorded a conversation. */
    boolean act() {
        if (deals.size() < DEALS_AT_ONCE) {
            open();
            return false;
        }
        return work(habits);
    }

    /** Works on one of her deals until none is left, and opens no more. */
    void finish() {
        if (!deals.isEmpty()) {
            work(Habits.FINISHING);
        }
    }

    private boolean work(Habits now) {
        var id = deals.get(looked++ % deals.size());
        var deal = client.send(looked, "GET", "/api/opportunities/" + id, null);
        if (deal.status() == 404) {
            // its opening was never answered, and is not there
            deals.remove(id);
        }
        if (deal.status() != 200) {
            return false;
        }
        var open = deal.body().path("openConversations");
        if (open.isEmpty() && deal.body().path("stage").isNull()) {
            deals.remove(id);
        }
        return !open.isEmpty() && hold(id, open.get(random.nextInt(open.size())), now);
    }

    private void open() {
        var id = "D-" + nextMark();
        var body = Map.of("id", id, "account", "Client " + id, "owner", user, "value", 50_000, "currency", "USD");
        var reply = client.send(random.nextInt(2), "POST", "/api/opportunities", body);
        note(id, id, 0, reply, null);
        if (Attempt.outcome(reply.status()) != Outcome.REFUSED) {
            deals.add(id);
        }
    }

    private boolean hold(String deal, JsonNode conversation, Habits now) {
        int dice = random.nextInt(HUNDRED);
        if (dice < now.unplanned) {
            return unplanned(deal);
        }
        var task = "/engine-rest/task/" + conversation.path("taskId").asText();
        var form = client.send(looked, "GET", task + "/deployed-form", null);
        if (form.status() != 200) {
            return false;
        }
        var answers = form.body().findValuesAsText("key").stream()
                .filter(name -> name.endsWith("State"))
                .map(name -> name.substring(0, name.length() - "State".length()))
                .toList();
        if (dice < now.unplanned + now.faulty) {
            faulty(deal, task, answers);
            return false;
        }
        if (dice < now.unplanned + now.faulty + now.twice) {
            return twice(deal, task, answers, now);
        }
        var mark = nextMark();
        return note(deal, mark, answers.size(), submit(looked, task, filledIn(answers, mark, now)), null);
    }

    private boolean twice(String deal, String task, List<String> answers, Habits now) {
        var mark = nextMark();
        var rival = nextMark();
        var second = filledIn(answers, rival, now);
        var other = CompletableFuture.supplyAsync(() -> submit(1, task, second), atOnce);
        boolean one = note(deal, mark, answers.size(), submit(0, task, filledIn(answers, mark, now)), rival);
        return note(deal, rival, answers.size(), other.join(), mark) || one;
    }

    /** Held tomorrow, and nobody says with whom. */
    private void faulty(String deal, String task, List<String> answers) {
        var mark = nextMark();
        var fields = filledIn(answers, mark, Habits.FINISHING);
        fields.put("heldOn", today().plusDays(3).toString());
        fields.remove("contact");
        note(deal, mark, answers.size(), submit(looked, task, fields), null);
    }

    private boolean unplanned(String deal) {
        var mark = nextMark();
        var item = Map.of("item", "time", "state", "gained", "words", words("time", mark));
        var body =
                Map.of("contact", "Ada Brook", "heldOn", today().toString(), "channel", "call", "items", List.of(item));
        return note(
                deal,
                mark,
                1,
                client.send(looked, "POST", "/api/opportunities/" + deal + "/conversations", body),
                null);
    }

    private Client.Reply submit(int node, String task, Map<String, Object> fields) {
        Map<String, Object> variables = new HashMap<>();
        fields.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        return client.send(node, "POST", task + "/submit-form", Map.of("variables", variables));
    }

    private Map<String, Object> filledIn(List<String> answers, String mark, Habits now) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("contact", "Ada Brook, head of returns");
        fields.put("heldOn", today().toString());
        fields.put("channel", "meeting");
        for (var answer : answers) {
            boolean gained = random.nextInt(HUNDRED) >= now.notYet;
            fields.put(answer + "State", gained ? "gained" : "not-yet");
            fields.put(answer + "Words", words(answer, mark));
            if (gained && answer.equals("decide")) {
                fields.put("decideProof", "signature");
                fields.put("decideLink", "https://sign.example.com/order");
            }
        }
        return fields;
    }

    private static String words(String answer, String mark) {
        return "What she told us about " + answer + " matters a lot to them #" + mark + "#";
    }

    private String nextMark() {
        return user + "-" + ++sent;
    }

    private boolean note(String deal, String mark, int answers, Client.Reply reply, String rival) {
        var outcome = Attempt.outcome(reply.status());
        journal.accept(new Attempt(deal, mark, answers, outcome, reply.status(), reply.nanos(), rival));
        return outcome == Outcome.ACCEPTED;
    }

    /** What a client's calendar says; nodes may differ. */
    private static LocalDate today() {
        return LocalDate.now(ZoneId.systemDefault());
    }
}
