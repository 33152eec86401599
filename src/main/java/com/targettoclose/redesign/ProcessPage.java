package com.targettoclose.redesign;

import com.targettoclose.edition.Edition;
import com.targettoclose.edition.Editions;
import com.targettoclose.edition.OpenDeals;
import com.targettoclose.edition.WhatIf;
import com.targettoclose.process.people.Actors;
import com.targettoclose.process.requests.Proposals;
import com.targettoclose.reroute.Reroutes;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The process at a glance: which edition is in force, which waits, how many deals stand on which, what is to be answered. */
@Hidden
@Controller
class ProcessPage {

    private static final int SIZE = 20;
    private static final int MOST_MOVES = 5;
    private static final int MOST_PROPOSALS = 10;

    private final Editions editions;
    private final OpenDeals openDeals;
    private final WhatIf whatIf;
    private final Reroutes reroutes;
    private final Proposals proposals;
    private final Sentences sentences;
    private final Actors actors;

    ProcessPage(
            Editions editions,
            OpenDeals openDeals,
            WhatIf whatIf,
            Reroutes reroutes,
            Proposals proposals,
            Sentences sentences,
            Actors actors) {
        this.editions = editions;
        this.openDeals = openDeals;
        this.whatIf = whatIf;
        this.reroutes = reroutes;
        this.proposals = proposals;
        this.sentences = sentences;
        this.actors = actors;
    }

    @GetMapping("/process")
    String process(@RequestParam(defaultValue = "0") String page, Authentication who, Model model) {
        int number = page.matches("\\d{1,6}") ? Integer.parseInt(page) : 0;
        var deals = openDeals.byDeployment();
        var found = editions.page(number, SIZE);
        long total = editions.count();
        model.addAttribute("lines", sentences.lines(found, editions.changes(found), deals));
        model.addAttribute("earlier", number > 0 ? "/process?page=" + (number - 1) : null);
        model.addAttribute("later", (number + 1L) * SIZE < total ? "/process?page=" + (number + 1) : null);
        inForce(deals, model);
        proposed(deals, model);
        model.addAttribute("moves", reroutes.newest(MOST_MOVES));
        var open = proposals.page(actors.of(who), true, 0, MOST_PROPOSALS);
        model.addAttribute("proposals", sentences.proposals(open.found()));
        model.addAttribute("moreProposals", Math.max(0, open.total() - MOST_PROPOSALS));
        return "process";
    }

    private void inForce(Map<String, Long> deals, Model model) {
        editions.inForce().ifPresent(edition -> {
            Map<String, Long> elsewhere = new HashMap<>(deals);
            elsewhere.remove(edition.deploymentId());
            model.addAttribute("inForce", line(edition, deals));
            model.addAttribute(
                    "elsewhere",
                    elsewhere.values().stream().mapToLong(Long::longValue).sum());
        });
    }

    private void proposed(Map<String, Long> deals, Model model) {
        editions.proposed().ifPresent(edition -> {
            model.addAttribute("proposed", line(edition, deals));
            model.addAttribute("whatIf", whatIf.of(edition.number()));
        });
    }

    private Shown.EditionLine line(Edition edition, Map<String, Long> deals) {
        var one = List.of(edition);
        return sentences.lines(one, editions.changes(one), deals).get(0);
    }
}
