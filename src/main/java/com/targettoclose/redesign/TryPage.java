package com.targettoclose.redesign;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.edition.Editions;
import com.targettoclose.edition.ProposeAnew;
import com.targettoclose.process.people.Actors;
import com.targettoclose.redesign.Frame.NotThere;
import com.targettoclose.replay.Replays;
import com.targettoclose.verifier.Redesigns;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Tries a redesign before it is deployed: what the rules say, and what would change for the deals there are. */
@Hidden
@Controller
class TryPage {

    private static final String CHOOSE = "Choose the files of your redesign first: diagrams, the table, forms.";

    private final Redesigns redesigns;
    private final Replays replays;
    private final Editions editions;
    private final ProposeAnew proposeAnew;
    private final Actors actors;

    TryPage(Redesigns redesigns, Replays replays, Editions editions, ProposeAnew proposeAnew, Actors actors) {
        this.redesigns = redesigns;
        this.replays = replays;
        this.editions = editions;
        this.proposeAnew = proposeAnew;
        this.actors = actors;
    }

    @PostMapping("/process/checks")
    String check(MultipartHttpServletRequest request, Model model, HttpServletResponse response) throws IOException {
        var files = chosen(request);
        if (files.isEmpty()) {
            return refused(Refusal.conflict(CHOOSE), model, response);
        }
        var redesign = redesigns.propose(files);
        model.addAttribute("files", files.keySet());
        model.addAttribute("violations", redesign.violations());
        model.addAttribute("errors", redesign.reasons().isPresent());
        model.addAttribute("offers", redesign.offers());
        return "checks";
    }

    @PostMapping("/process/what-ifs")
    String replay(MultipartHttpServletRequest request, Authentication who, Model model, HttpServletResponse response)
            throws IOException {
        var files = chosen(request);
        return files.isEmpty()
                ? refused(Refusal.conflict(CHOOSE), model, response)
                : follow(replays.ask(files, who.getName()), model, response);
    }

    @PostMapping("/process/editions/{number}/what-ifs")
    String replay(@PathVariable int number, Authentication who, Model model, HttpServletResponse response) {
        return follow(replays.ask(number, who.getName()), model, response);
    }

    private static String follow(Replays.Result result, Model model, HttpServletResponse response) {
        return result instanceof Replays.Result.Received received
                ? "redirect:/process/what-ifs/" + received.view().id()
                : refused(((Replays.Result.NotReceived) result).refusal(), model, response);
    }

    @GetMapping("/process/what-ifs/{id}")
    String whatIf(@PathVariable String id, Model model) {
        var view = replays.find(id).orElseThrow(NotThere::new);
        model.addAttribute("view", view);
        model.addAttribute("unfinished", List.of("queued", "running").contains(view.status()));
        return "what-if";
    }

    /** Proposes an old edition anew. */
    @PostMapping("/process/editions/{number}/proposal")
    String propose(
            @PathVariable int number,
            @RequestParam(defaultValue = "") String sure,
            Authentication who,
            Model model,
            HttpServletResponse response) {
        var edition = editions.find(number).orElseThrow(NotThere::new);
        if (sure.isEmpty()) {
            var confirm = "Tick that you mean it: the sales leaders are asked to commit to these files anew.";
            return refused(Refusal.conflict(confirm), model, response);
        }
        return proposeAnew
                .propose(edition, actors.of(who))
                .map(refusal -> refused(refusal, model, response))
                .orElse("redirect:/process");
    }

    /** The files that were chosen; a form without any sends an empty one. */
    private static Map<String, byte[]> chosen(MultipartHttpServletRequest request) throws IOException {
        Map<String, byte[]> files = new TreeMap<>(Redesigns.files(request));
        files.remove("");
        return files;
    }

    /** The page that says why not, line by line. */
    static String refused(Refusal refusal, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("sentences", refusal.sentence().lines().toList());
        return "not-done";
    }
}
