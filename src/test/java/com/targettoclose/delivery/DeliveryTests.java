package com.targettoclose.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.targettoclose.delivery.OtherSystem.Manner;
import com.targettoclose.delivery.OtherSystem.Message;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.process.people.Group;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import com.targettoclose.testing.TestClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** That another system hears of everything, in the order of each deal, whatever it and the way to it do. */
class DeliveryTests {

    private static final String SECRET = "a secret of the tests, which nobody else knows";
    private static final long SEED = 8;

    @Nested
    @OnH2
    class OnH2Database extends Body {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Body {}

    abstract static class Body {

        @LocalServerPort
        int port;

        @Autowired
        Deals deals;

        @Autowired
        Ledger ledger;

        @Autowired
        Outbox outbox;

        @Autowired
        DeadLetters deadLetters;

        @Autowired
        TransactionTemplate transactions;

        @Autowired
        ObjectMapper json;

        @Autowired
        TestClock clock;

        private OtherSystem other;

        @BeforeEach
        void nothingToTell() throws IOException {
            other = new OtherSystem();
            transactions.executeWithoutResult(status -> {
                deadLetters.allAgain();
                outbox.begin(clock.instant(), false);
            });
            assertThat(outbox.undelivered()).isZero();
        }

        @AfterEach
        void close() {
            other.close();
        }

        private DeliverEvents node(int mostAttempts) {
            var settings = new DeliverySettings(
                    other.url(),
                    SECRET,
                    "/tests",
                    false,
                    true,
                    Duration.ofSeconds(1),
                    Duration.ofMillis(500),
                    mostAttempts);
            return new DeliverEvents(
                    outbox, ledger, new Receiver(settings, clock), settings, transactions, json, clock);
        }

        @Test
        void everyEntryIsToldOnceWhereNothingGoesWrong() {
            var deal = deals.open().reach("discovery");
            node(5).deliver("one");
            assertThat(ids(deal)).isEqualTo(expected(deal));
            assertThat(outbox.undelivered()).isZero();
            deal.gain(deal.openConversations().get(0));
            node(5).deliver("two");
            assertThat(ids(deal)).isEqualTo(expected(deal));
            assertThat(node(5).deliver("three")).isZero();
        }

        @Test
        void whatIsToldIsSignedAndHoldsNoWordOfAClient() throws Exception {
            var deal = deals.open().reach("discovery");
            node(5).deliver("one");
            var words = ledger.historyWithText(deal.id()).entries().stream()
                    .flatMap(entry -> Stream.of(
                            String.valueOf(entry.content().words()),
                            String.valueOf(entry.content().contact())))
                    .filter(text -> !text.equals("null") && !text.isBlank())
                    .toList();
            assertThat(words).isNotEmpty();
            var opened = of(deal).get(0).event().path("data");
            assertThat(opened.path("kind").asText()).isEqualTo("opened");
            assertThat(opened.path("owner").asText())
                    .isEqualTo(deal.opportunity().owner());
            assertThat(opened.path("account").asText())
                    .isEqualTo(deal.opportunity().account());
            assertThat(opened.path("currency").asText()).isEqualTo("USD");
            assertThat(opened.path("mac").asText())
                    .isEqualTo(deal.history().entries().get(0).mac());
            for (var message : of(deal)) {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                var signed = message.id() + "." + message.seconds() + "."
                        + new String(message.body(), StandardCharsets.UTF_8);
                assertThat(message.signature())
                        .isEqualTo("v1,"
                                + Base64.getEncoder()
                                        .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
                assertThat(message.seconds()).isEqualTo(clock.instant().getEpochSecond());
                assertThat(message.type()).isEqualTo("application/cloudevents+json");
                var event = message.event();
                assertThat(event.path("specversion").asText()).isEqualTo("1.0");
                assertThat(event.path("id").asText()).isEqualTo(message.id());
                assertThat(event.path("subject").asText()).isEqualTo(deal.id());
                assertThat(event.path("source").asText()).isEqualTo("/tests");
                assertThat(event.path("type").asText())
                        .isEqualTo("com.targettoclose.ledger."
                                + event.path("data").path("kind").asText());
                words.forEach(word -> assertThat(event.toString()).doesNotContain(word));
            }
        }

        @Test
        void nothingIsLostOrOutOfOrderWhateverTheOtherSideDoes() {
            var random = new Random(SEED);
            var manners = List.of(
                    Manner.TAKE,
                    Manner.TAKE,
                    Manner.TAKE,
                    Manner.TAKE_SILENTLY,
                    Manner.DROP,
                    Manner.BUSY,
                    Manner.SLOW,
                    Manner.STALL);
            other.behave(id -> {
                synchronized (random) {
                    return manners.get(random.nextInt(manners.size()));
                }
            });
            List<Deal> all = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                all.add(deals.open().reach(i % 2 == 0 ? "discovery" : "diagnosis"));
            }
            var one = node(1_000);
            var two = node(1_000);
            for (int looks = 0; looks < 400 && outbox.undelivered() > 0; looks++) {
                if (looks == 3) {
                    all.get(0).gain(all.get(0).openConversations().get(0));
                }
                var meanwhile = CompletableFuture.runAsync(() -> two.deliver("two"));
                one.deliver("one");
                meanwhile.join();
                clock.advance(Duration.ofMinutes(16));
            }
            assertThat(outbox.undelivered()).as("seed %d", SEED).isZero();
            for (var deal : all) {
                var ids = ids(deal);
                assertThat(ids.stream().distinct().toList())
                        .as("first told in order, seed %d", SEED)
                        .isEqualTo(expected(deal));
                for (int i = 1; i < ids.size(); i++) {
                    assertThat(number(ids.get(i)))
                            .as("told again only before the next, seed %d", SEED)
                            .isBetween(number(ids.get(i - 1)), number(ids.get(i - 1)) + 1);
                }
            }
            assertThat(other.taken())
                    .as("some were told twice")
                    .hasSizeGreaterThan(
                            all.stream().mapToInt(deal -> expected(deal).size()).sum());
        }

        @Test
        void aNodeThatDiesLeavesItsDealsToTheNext() {
            var deal = deals.open();
            assertThat(outbox.claim(
                            deal.id(), "dead", clock.instant(), clock.instant().plusSeconds(30)))
                    .isTrue();
            node(5).deliver("next");
            assertThat(of(deal)).isEmpty();
            clock.advance(Duration.ofSeconds(31));
            node(5).deliver("next");
            assertThat(ids(deal)).isEqualTo(expected(deal));
            outbox.notTaken(deal.id(), "dead", "too late", null, clock.instant());
            assertThat(deadLetters.count())
                    .as("who lost a deal says no more about it")
                    .isZero();
        }

        @Test
        void whatIsNotTakenWaitsLongerEachTimeAndThenForSomebody() {
            var deal = deals.open();
            other.behave(id -> Manner.BUSY);
            var node = node(3);
            node.deliver("one");
            node.deliver("one");
            assertThat(outbox.attempts(deal.id())).as("not at once again").isEqualTo(1);
            clock.advance(DeliverEvents.pause(1));
            node.deliver("one");
            clock.advance(DeliverEvents.pause(1));
            node.deliver("one");
            assertThat(outbox.attempts(deal.id())).as("twice as long").isEqualTo(2);
            clock.advance(DeliverEvents.pause(2));
            node.deliver("one");
            assertThat(deadLetters.count()).isEqualTo(1);
            clock.advance(Duration.ofDays(30));
            other.behave(id -> Manner.TAKE);
            node.deliver("one");
            assertThat(of(deal)).isEmpty();
            assertThat(DeliverEvents.pause(30)).isEqualTo(Duration.ofMinutes(15));
        }

        @Test
        void operationsSeeWhatWasNotTakenAndDecide() {
            var refused = deals.open();
            var moved = deals.open();
            var fine = deals.open();
            other.behave(id -> id.startsWith(refused.id() + "/")
                    ? Manner.REFUSE
                    : id.startsWith(moved.id() + "/") ? Manner.REDIRECT : Manner.TAKE);
            node(5).deliver("one");
            assertThat(ids(fine)).isEqualTo(expected(fine));
            deals.user("delivery-ops", Group.OPERATIONS);
            deals.user("delivery-rep");
            var ops = deals.http(port, "delivery-ops");
            var list = ops.get("/api/deliveries").body();
            assertThat(list.path("total").asInt()).isEqualTo(2);
            assertThat(list.path("waiting").toString())
                    .contains(refused.id(), "It answers with status 422", moved.id(), "It answers with status 301");
            assertThat(list.path("waiting").get(0).path("number").asInt()).isEqualTo(1);
            assertThat(deals.http(port, "delivery-rep").get("/api/deliveries").status())
                    .isEqualTo(403);
            assertThat(ops.post("/api/deliveries/" + fine.id(), Map.of("decision", "again"))
                            .status())
                    .isEqualTo(404);
            assertThat(ops.post("/api/deliveries/" + refused.id(), Map.of("decision", "never"))
                            .body()
                            .path("faults")
                            .get(0)
                            .path("field")
                            .asText())
                    .isEqualTo("decision");
            assertThat(ops.post("/api/deliveries", Map.of("decision", "skip")).status())
                    .isEqualTo(422);
            other.behave(id -> Manner.TAKE);
            assertThat(ops.post("/api/deliveries/" + refused.id(), Map.of("decision", "skip"))
                            .status())
                    .isEqualTo(200);
            assertThat(ops.post("/api/deliveries", Map.of("decision", "again"))
                            .body()
                            .path("deals")
                            .asInt())
                    .isEqualTo(1);
            node(5).deliver("one");
            assertThat(ids(refused))
                    .isEqualTo(expected(refused).subList(1, expected(refused).size()));
            assertThat(ids(moved)).isEqualTo(expected(moved));
            assertThat(ops.get("/api/deliveries").body().path("total").asInt()).isZero();
        }

        @Test
        void theFirstStartTellsTheHistoryOnlyWhereItIsAskedTo() {
            var deal = deals.open();
            transactions.executeWithoutResult(status -> outbox.begin(clock.instant(), true));
            assertThat(outbox.undelivered()).isEqualTo(1);
            transactions.executeWithoutResult(status -> outbox.begin(clock.instant(), false));
            assertThat(outbox.undelivered()).isZero();
            node(5).begin();
            node(5).deliver("one");
            assertThat(of(deal)).isEmpty();
        }

        private List<Message> of(Deal deal) {
            return other.taken().stream()
                    .filter(message -> message.id().startsWith(deal.id() + "/"))
                    .toList();
        }

        private List<String> ids(Deal deal) {
            return of(deal).stream().map(Message::id).collect(Collectors.toList());
        }

        private List<String> expected(Deal deal) {
            return IntStream.rangeClosed(1, ledger.history(deal.id()).entries().size())
                    .mapToObj(number -> deal.id() + "/" + number)
                    .toList();
        }

        private static int number(String id) {
            return Integer.parseInt(id.substring(id.lastIndexOf('/') + 1));
        }
    }
}
