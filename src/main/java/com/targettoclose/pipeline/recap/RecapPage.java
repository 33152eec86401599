package com.targettoclose.pipeline.recap;

import com.targettoclose.pipeline.recap.AnswerRecap.Opened;
import com.targettoclose.process.Races;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page behind a recap's link. Whoever has the address may read and answer it, so it tells its address to nobody: no
 * search engine, no other site, no cookie, no session.
 */
@Hidden
@Controller
class RecapPage {

    private static final String SIGNED_IN =
            "You are signed in as somebody who sells. Only the client answers here. To see it as"
                    + " they do, sign out first.";
    private static final String LOAD_AGAIN =
            "This page was not sent from where it was read. Please send it again from here.";

    private final AnswerRecap answerRecap;
    private final RecapTokens tokens;
    private final RecapSettings settings;

    RecapPage(AnswerRecap answerRecap, RecapTokens tokens, RecapSettings settings) {
        this.answerRecap = answerRecap;
        this.tokens = tokens;
        this.settings = settings;
    }

    @GetMapping("/recaps/{token}")
    String read(@PathVariable String token, @Nullable Authentication who, Model model, HttpServletResponse response) {
        var note = who == null ? List.<String>of() : List.of(SIGNED_IN);
        return show(answerRecap.open(token), token, AnswerForm.EMPTY, note, model, response);
    }

    @PostMapping("/recaps/{token}")
    String answer(
            @PathVariable String token,
            @RequestParam Map<String, String> sent,
            @Nullable Authentication who,
            Model model,
            HttpServletResponse response) {
        var opened = answerRecap.open(token);
        if (!(opened instanceof Opened.Open open) || !open.recap().answered().isEmpty()) {
            return show(opened, token, AnswerForm.EMPTY, List.of(), model, response);
        }
        var form = new AnswerForm(sent);
        if (who != null || !tokens.isForm(form.value("form"), open.link())) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            return show(opened, token, form, List.of(who != null ? SIGNED_IN : LOAD_AGAIN), model, response);
        }
        var faults = form.faults(open.recap());
        if (!faults.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(opened, token, form, faults, model, response);
        }
        var answered = Races.retried(() -> answerRecap.answer(token, form.answer(open.recap())));
        if (answered instanceof Opened.Open) {
            return "redirect:/recaps/" + token;
        }
        return show(answered, token, AnswerForm.EMPTY, List.of(), model, response);
    }

    private String show(
            Opened opened,
            String token,
            AnswerForm form,
            List<String> sentences,
            Model model,
            HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("seller", settings.seller());
        model.addAttribute("brand", settings.colour().css());
        model.addAttribute("sentences", sentences);
        if (opened instanceof Opened.Open open) {
            model.addAttribute("state", open.recap().answered().isEmpty() ? "open" : "answered");
            model.addAttribute("recap", open.recap());
            model.addAttribute("token", token);
            model.addAttribute("form", tokens.form(open.link()));
            model.addAttribute("typed", form);
        } else {
            boolean unknown = opened instanceof Opened.Unknown;
            response.setStatus(unknown ? HttpStatus.NOT_FOUND.value() : HttpStatus.GONE.value());
            model.addAttribute(
                    "state", unknown ? "unknown" : opened instanceof Opened.Replaced ? "replaced" : "expired");
        }
        return "recap";
    }
}
