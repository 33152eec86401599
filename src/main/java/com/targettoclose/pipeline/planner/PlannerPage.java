package com.targettoclose.pipeline.planner;

import com.targettoclose.conversation.Conversation;
import com.targettoclose.conversation.FaultSentence;
import com.targettoclose.ledger.History;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.pipeline.page.Day;
import com.targettoclose.pipeline.page.NotThere;
import com.targettoclose.pipeline.page.SeenDeals;
import com.targettoclose.pipeline.page.SeenDeals.Seen;
import com.targettoclose.pipeline.planner.WriteCallNotes.RawNotes;
import com.targettoclose.process.Races;
import com.targettoclose.process.conversations.CallNotes;
import com.targettoclose.process.conversations.CallNotes.Notes;
import com.targettoclose.process.roadmap.Roadmaps;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The call planner of one conversation, and its next step as a calendar file. */
@Hidden
@Controller
class PlannerPage {

    private static final Notes NOTHING = new Notes("", "", "", "", 0, "", Instant.EPOCH);
    private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");

    private final SeenDeals seenDeals;
    private final Roadmaps roadmaps;
    private final Ledger ledger;
    private final CallNotes callNotes;
    private final WriteCallNotes writeCallNotes;
    private final Clock clock;

    PlannerPage(
            SeenDeals seenDeals,
            Roadmaps roadmaps,
            Ledger ledger,
            CallNotes callNotes,
            WriteCallNotes writeCallNotes,
            Clock clock) {
        this.seenDeals = seenDeals;
        this.roadmaps = roadmaps;
        this.ledger = ledger;
        this.callNotes = callNotes;
        this.writeCallNotes = writeCallNotes;
        this.clock = clock;
    }

    @GetMapping("/opportunities/{id}/planner/{conversation}")
    String plan(
            @PathVariable String id,
            @PathVariable String conversation,
            @RequestParam(defaultValue = "") String kept,
            Authentication who,
            Model model) {
        var seen = seenDeals.change(id, who);
        var notes = callNotes.find(seen.opportunity().id(), conversation).orElse(NOTHING);
        model.addAttribute("kept", !kept.isEmpty());
        show(seen, conversation(seen, conversation), notes, List.of(), model);
        return "planner";
    }

    @PostMapping("/opportunities/{id}/planner/{conversation}")
    String keep(
            @PathVariable String id,
            @PathVariable String conversation,
            @RequestParam Map<String, String> sent,
            Authentication who,
            Model model,
            HttpServletResponse response) {
        var seen = seenDeals.change(id, who);
        var plan = conversation(seen, conversation);
        var raw = new RawNotes(sent.get("questions"), sent.get("concerns"), sent.get("fallbackAsk"), sent.get("notes"));
        int version = version(sent.getOrDefault("version", "0"));
        var deal = seen.opportunity().id();
        var refusal = Races.retried(() -> writeCallNotes.write(deal, plan.key(), raw, version, who.getName()));
        if (refusal.isEmpty()) {
            return "redirect:/opportunities/" + deal + "/planner/" + plan.key() + "?kept=yes";
        }
        var faults = refusal.get().faults();
        response.setStatus(faults.isEmpty() ? HttpStatus.CONFLICT.value() : HttpStatus.UNPROCESSABLE_ENTITY.value());
        var sentences = faults.isEmpty()
                ? List.of(refusal.get().sentence())
                : faults.stream().map(FaultSentence::of).toList();
        var typed = new Notes(
                sent.getOrDefault("questions", ""),
                sent.getOrDefault("concerns", ""),
                sent.getOrDefault("fallbackAsk", ""),
                sent.getOrDefault("notes", ""),
                version,
                "",
                Instant.EPOCH);
        show(seen, plan, typed, sentences, model);
        return "planner";
    }

    @GetMapping("/opportunities/{id}/planner/{conversation}/next-step.ics")
    ResponseEntity<String> nextStep(@PathVariable String id, @PathVariable String conversation, Authentication who) {
        var seen = seenDeals.change(id, who);
        var plan = conversation(seen, conversation);
        var opportunity = seen.opportunity();
        var day = ledger.history(opportunity.id()).nextStepAfter(plan.key()).orElseThrow(NotThere::new);
        var file = new CalendarFile(
                opportunity.id() + "-" + plan.key() + "@target-to-close",
                day,
                plan.name() + " · " + opportunity.account(),
                plan.purpose(),
                clock.instant());
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("next-step.ics")
                                .build()
                                .toString())
                .body(file.text());
    }

    private void show(Seen seen, Conversation plan, Notes notes, List<String> sentences, Model model) {
        var opportunity = seen.opportunity();
        History history = ledger.historyWithText(opportunity.id());
        model.addAttribute("deal", opportunity);
        model.addAttribute("key", plan.key());
        model.addAttribute("title", plan.name() + " · " + opportunity.account());
        model.addAttribute("sheet", CallSheet.of(plan, roadmaps.of(opportunity), history));
        model.addAttribute("prepared", notes);
        model.addAttribute("sentences", sentences);
        model.addAttribute("today", Day.of(clock.instant(), clock.getZone()));
    }

    private Conversation conversation(Seen seen, String key) {
        return roadmaps.of(seen.opportunity()).conversation(key).orElseThrow(NotThere::new);
    }

    private static int version(String sent) {
        try {
            return Integer.parseInt(sent);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
