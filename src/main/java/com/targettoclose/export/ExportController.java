package com.targettoclose.export;

import com.targettoclose.conversation.FaultCode;
import com.targettoclose.conversation.FieldReader;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.export.EventLog.Which;
import com.targettoclose.problem.Problems;
import com.targettoclose.process.people.Actors;
import com.targettoclose.process.people.Group;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The event log for process mining, as it is read: leaders and process owners all of it, a manager their team's. */
@RestController
class ExportController {

    private static final int LONGEST_NAME = 255;

    private final EventLog log;
    private final Actors actors;
    private final Clock clock;

    ExportController(EventLog log, Actors actors, Clock clock) {
        this.log = log;
        this.actors = actors;
        this.clock = clock;
    }

    @GetMapping({"/api/exports/events.xes", "/report/events.xes"})
    @Operation(summary = "What happened to all deals, as XES for process mining; no words and no names of a client")
    @Nullable
    ResponseEntity<Object> xes(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String roadmap,
            Authentication who,
            HttpServletResponse response)
            throws IOException {
        return send(new Asked(from, to, roadmap, who), response, "application/xml", "events.xes", (out, which) -> {
            try (var file = XesFile.to(out, clock.getZone())) {
                log.read(which, file::write);
            }
        });
    }

    @GetMapping({"/api/exports/events.csv", "/report/events.csv"})
    @Operation(summary = "What happened to all deals, a line an event; no words and no names of a client")
    @Nullable
    ResponseEntity<Object> csv(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String roadmap,
            Authentication who,
            HttpServletResponse response)
            throws IOException {
        return send(
                new Asked(from, to, roadmap, who), response, "text/csv;charset=UTF-8", "events.csv", (out, which) -> {
                    try (var file = CsvFile.to(out, clock.getZone())) {
                        log.read(which, file::write);
                    }
                });
    }

    private record Asked(String from, String to, String roadmap, Authentication who) {}

    /** Writes a file of the events that were asked for. */
    @FunctionalInterface
    private interface Format {

        void write(OutputStream out, Which which) throws IOException;
    }

    private @Nullable ResponseEntity<Object> send(
            Asked asked, HttpServletResponse response, String type, String name, Format format) throws IOException {
        var fields = new FieldReader();
        var which = which(fields, asked);
        if (!fields.faults().isEmpty()) {
            return Problems.of(Refusal.invalid(fields.faults()));
        }
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        format.write(response.getOutputStream(), which);
        return null;
    }

    private Which which(FieldReader fields, Asked asked) {
        var first = fields.date("from", asked.from());
        var last = fields.date("to", asked.to());
        if (first != null && last != null && last.isBefore(first)) {
            fields.fault("to", FaultCode.NOT_A_DATE, asked.to(), "the first day or later");
        }
        return new Which(first, last, fields.text("roadmap", asked.roadmap(), LONGEST_NAME), owners(asked.who()));
    }

    /** Null for everybody's. */
    private @Nullable Set<String> owners(Authentication who) {
        var actor = actors.of(who);
        return actor.in(Group.LEADER) || actor.in(Group.PROCESS_OWNER) ? null : actor.owners();
    }
}
