package com.targettoclose.delivery;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** The other system, over HTTP. What it answers is not read, but for its status. */
@Component
class Receiver {

    private static final Set<Integer> BUSY = Set.of(408, 425, 429);
    private static final int SERVER_FAULTS = 500;
    private static final int REDIRECTS = 300;
    private static final int TAKEN = 200;

    private final DeliverySettings settings;
    private final Clock clock;
    private final HttpClient http;

    Receiver(DeliverySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(Redirect.NEVER)
                .build();
    }

    Answer send(EntryEvent event) throws InterruptedException {
        long seconds = clock.instant().getEpochSecond();
        var request = HttpRequest.newBuilder(URI.create(settings.url()))
                .timeout(settings.timeout())
                .header("Content-Type", EntryEvent.CONTENT_TYPE)
                .header(Signature.ID, event.id())
                .header(Signature.TIMESTAMP, Long.toString(seconds))
                .header(Signature.SIGNATURE, new Signature(settings.secret()).of(event.id(), seconds, event.body()))
                .POST(BodyPublishers.ofByteArray(event.body()))
                .build();
        var sent = http.sendAsync(request, BodyHandlers.discarding());
        try {
            return answer(sent.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                    .statusCode());
        } catch (TimeoutException e) {
            return new Answer.Later("No whole answer in time", true);
        } catch (ExecutionException e) {
            return new Answer.Later("No answer: " + String.valueOf(e.getCause()), true);
        } finally {
            sent.cancel(true);
        }
    }

    private static Answer answer(int status) {
        if (status >= TAKEN && status < REDIRECTS) {
            return new Answer.Taken();
        }
        var fault = "It answers with status " + status;
        return status >= SERVER_FAULTS || BUSY.contains(status)
                ? new Answer.Later(fault, false)
                : new Answer.Never(fault);
    }
}
