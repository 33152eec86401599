package com.targettoclose.export;

import com.targettoclose.conversation.FaultCode;
import com.targettoclose.conversation.FieldReader;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.export.EventLog.Which;
import com.targettoclose.problem.Problems;
import com.targettoclose.process.people.Actor;
import com.targettoclose.process.people.Actors;
import com.targettoclose.process.people.Group;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
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
        var fields = new FieldReader();
        var which = which(fields, from, to, roadmap, who);
        if (!fields.faults().isEmpty()) {
            return Problems.of(Refusal.invalid(fields.faults()));
        }
        file(response, "application/xml", "events.xes");
        try (var file = XesFile.to(response.getOutputStream(), clock.getZone())) {
            log.read(which, file::write);
        }
        return null;
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
        var fields = new FieldReader();
        var which = which(fields, from, to, roadmap, who);
        if (!fields.faults().isEmpty()) {
            return Problems.of(Refusal.invalid(fields.faults()));
        }
        file(response, "text/csv;charset=UTF-8", "events.csv");
        try (var file = CsvFile.to(response.getOutputStream(), clock.getZone())) {
            log.read(which, file::write);
        }
        return null;
    }

    private Which which(FieldReader fields, String from, String to, String roadmap, Authentication who) {
        var first = fields.date("from", from);
        var last = fields.date("to", to);
        if (first != null && last != null && last.isBefore(first)) {
            fields.fault("to", FaultCode.NOT_A_DATE, to, "the first day or later");
        }
        return new Which(first, last, fields.text("roadmap", roadmap, LONGEST_NAME), owners(who));
    }

    /** Null for everybody's. */
    private @Nullable Set<String> owners(Authentication who) {
        Actor actor = actors.of(
                who.getName(),
                who.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toSet()));
        return actor.in(Group.LEADER) || actor.in(Group.PROCESS_OWNER) ? null : actor.owners();
    }

    private static void file(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }
}
