package com.targettoclose.pipeline.act;

import com.targettoclose.conversation.Fault;
import com.targettoclose.conversation.FaultSentence;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.pipeline.OpportunityViews;
import com.targettoclose.pipeline.page.NotThere;
import com.targettoclose.pipeline.page.SeenDeals;
import com.targettoclose.pipeline.page.SeenDeals.Seen;
import com.targettoclose.process.Races;
import com.targettoclose.process.stage.BrokenExitCriteria;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The forms on an opportunity's page. What was typed stays where it is refused, with every reason at once. */
@Hidden
@Controller
class ActPage {

    private static final String BROKEN =
            "The exit criteria cannot be evaluated now, so nothing was changed. Tell your process owner, then try again.";

    private final SeenDeals seenDeals;
    private final OpportunityViews views;
    private final List<Act> acts;

    ActPage(SeenDeals seenDeals, OpportunityViews views, List<Act> acts) {
        this.seenDeals = seenDeals;
        this.views = views;
        this.acts = acts;
    }

    @GetMapping("/opportunities/{id}/acts/{act}")
    String ask(@PathVariable String id, @PathVariable String act, Authentication who, Model model) {
        var seen = seenDeals.change(id, who);
        show(seen, find(act), Filled.NOTHING, List.of(), Set.of(), model);
        return "act";
    }

    @PostMapping("/opportunities/{id}/acts/{act}")
    String perform(
            @PathVariable String id,
            @PathVariable String act,
            @RequestParam MultiValueMap<String, String> sent,
            Authentication who,
            Model model,
            HttpServletResponse response) {
        var seen = seenDeals.change(id, who);
        var wanted = find(act);
        var filled = new Filled(sent);
        var refusal = attempt(wanted, seen, filled);
        if (refusal.isEmpty()) {
            return "redirect:/opportunities/" + seen.opportunity().id() + "?done=" + wanted.id();
        }
        var faults = refusal.get().faults();
        var sentences = faults.isEmpty()
                ? refusal.get().sentence().lines().toList()
                : faults.stream().map(FaultSentence::of).toList();
        response.setStatus(faults.isEmpty() ? HttpStatus.CONFLICT.value() : HttpStatus.UNPROCESSABLE_ENTITY.value());
        show(seen, wanted, filled, sentences, faults.stream().map(Fault::field).collect(Collectors.toSet()), model);
        return "act";
    }

    private static Optional<Refusal> attempt(Act act, Seen seen, Filled filled) {
        try {
            return Races.retried(() -> act.perform(seen, filled));
        } catch (BrokenExitCriteria e) {
            return Optional.of(Refusal.conflict(BROKEN));
        }
    }

    private void show(Seen seen, Act act, Filled filled, List<String> sentences, Set<String> wrong, Model model) {
        var deal = views.of(seen.opportunity());
        model.addAttribute("deal", deal);
        model.addAttribute("act", act);
        model.addAttribute("title", act.title());
        model.addAttribute("form", act.form(seen, deal));
        model.addAttribute("filled", filled);
        model.addAttribute("sentences", sentences);
        model.addAttribute("wrong", wrong);
    }

    private Act find(String id) {
        return acts.stream().filter(act -> act.id().equals(id)).findFirst().orElseThrow(NotThere::new);
    }
}
