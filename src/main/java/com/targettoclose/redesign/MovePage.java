package com.targettoclose.redesign;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.redesign.Frame.NotThere;
import com.targettoclose.reroute.Reroutes;
import com.targettoclose.reroute.Which;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Moves open deals to an edition: dry run, progress, pause, and what became of each. */
@Hidden
@Controller
class MovePage {

    private static final int SIZE = 50;

    private final Reroutes reroutes;

    MovePage(Reroutes reroutes) {
        this.reroutes = reroutes;
    }

    @PostMapping("/process/editions/{number}/moves")
    String move(
            @PathVariable int number,
            @RequestParam(defaultValue = "dry-run") String how,
            Authentication who,
            Model model,
            HttpServletResponse response) {
        var result = reroutes.ask(number, Which.ALL, !how.equals("move"), who.getName());
        return result instanceof Reroutes.Result.Received received
                ? "redirect:/process/moves/" + received.view().id()
                : TryPage.refused(((Reroutes.Result.NotReceived) result).refusal(), model, response);
    }

    @GetMapping("/process/moves/{id}")
    String move(@PathVariable String id, @RequestParam(defaultValue = "0") String page, Model model) {
        var view = reroutes.find(id).orElseThrow(NotThere::new);
        int number = page.matches("\\d{1,6}") ? Integer.parseInt(page) : 0;
        var address = "/process/moves/" + view.id() + "?page=";
        model.addAttribute("view", view);
        model.addAttribute("underWay", List.of("queued", "running").contains(view.status()));
        model.addAttribute("deals", reroutes.deals(id, number, SIZE));
        model.addAttribute("earlier", number > 0 ? address + (number - 1) : null);
        model.addAttribute(
                "later", (number + 1L) * SIZE < view.progress().totalDeals() ? address + (number + 1) : null);
        return "move";
    }

    @PostMapping("/process/moves/{id}/pause")
    String pause(@PathVariable String id, Model model, HttpServletResponse response) {
        return turned(id, reroutes.pause(id), model, response);
    }

    @PostMapping("/process/moves/{id}/resume")
    String resume(@PathVariable String id, Model model, HttpServletResponse response) {
        return turned(id, reroutes.resume(id), model, response);
    }

    private String turned(String id, Optional<Refusal> refused, Model model, HttpServletResponse response) {
        var view = reroutes.find(id).orElseThrow(NotThere::new);
        return refused.map(refusal -> TryPage.refused(refusal, model, response))
                .orElse("redirect:/process/moves/" + view.id());
    }
}
