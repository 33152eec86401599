package com.targettoclose.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Another system that is told what happened, and behaves as a test wants it to. */
public final class OtherSystem implements AutoCloseable {

    /** What it does with a message. */
    public enum Manner {
        /** Takes it and says so. */
        TAKE,
        /** Takes it, and the answer is lost on the way. */
        TAKE_SILENTLY,
        /** Does not take it, and breaks the connection. */
        DROP,
        /** Is busy. */
        BUSY,
        /** Does not take it as it is. */
        REFUSE,
        /** Says that it is elsewhere. */
        REDIRECT,
        /** Takes it, and does not answer in time. */
        SLOW,
        /** Takes it, and stops in the middle of its answer. */
        STALL
    }

    /** A message that it took. */
    public record Message(String id, String type, String signature, long seconds, byte[] body, JsonNode event) {}

    private static final int OK = 204;
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final int UNPROCESSABLE = 422;
    private static final int MOVED = 301;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<Message> taken = new CopyOnWriteArrayList<>();
    private final ObjectMapper json = new ObjectMapper();
    private volatile Function<String, Manner> manner = id -> Manner.TAKE;

    /** Takes everything until told otherwise. */
    public OtherSystem() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/events", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Where it listens. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/events";
    }

    /** From now on it behaves like this, by the id of a message. */
    public void behave(Function<String, Manner> now) {
        manner = now;
    }

    /** What it took, in that order. */
    public List<Message> taken() {
        return taken;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            var id = headers.getFirst(Signature.ID);
            var how = manner.apply(id);
            if (how == Manner.TAKE || how == Manner.TAKE_SILENTLY || how == Manner.SLOW || how == Manner.STALL) {
                var body = exchange.getRequestBody().readAllBytes();
                taken.add(new Message(
                        id,
                        headers.getFirst("Content-Type"),
                        headers.getFirst(Signature.SIGNATURE),
                        Long.parseLong(headers.getFirst(Signature.TIMESTAMP)),
                        body,
                        json.readTree(body)));
            }
            if (how == Manner.STALL) {
                exchange.sendResponseHeaders(SERVICE_UNAVAILABLE, 1);
                exchange.getResponseBody().flush();
            }
            if (how == Manner.SLOW || how == Manner.STALL) {
                ended.await();
            }
            int status = status(how);
            if (status > 0) {
                if (status == MOVED) {
                    exchange.getResponseHeaders().add("Location", url());
                }
                exchange.sendResponseHeaders(status, -1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int status(Manner how) {
        return switch (how) {
            case TAKE -> OK;
            case BUSY -> SERVICE_UNAVAILABLE;
            case REFUSE -> UNPROCESSABLE;
            case REDIRECT -> MOVED;
            case TAKE_SILENTLY, DROP, SLOW, STALL -> 0;
        };
    }

    @Override
    public void close() {
        ended.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
