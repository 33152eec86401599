package com.targettoclose.pipeline.page;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One opportunity: where it stands, what the client gave, what is owed, and its story. */
@Hidden
@Controller
class DealPage {

    /** So much of the story stands open; the rest unfolds. */
    private static final int TOLD_OPENLY = 12;

    private final SeenDeals seen;
    private final Overviews overviews;
    private final Offers offers;

    DealPage(SeenDeals seen, Overviews overviews, Offers offers) {
        this.seen = seen;
        this.overviews = overviews;
        this.offers = offers;
    }

    @GetMapping("/opportunities/{id}")
    String deal(
            @PathVariable String id, @RequestParam(defaultValue = "") String done, Authentication who, Model model) {
        var deal = seen.see(id, who);
        var overview = overviews.of(deal);
        int openly = Math.min(TOLD_OPENLY, overview.told().size());
        model.addAttribute("it", overview);
        model.addAttribute("deal", overview.deal());
        model.addAttribute("offers", offers.of(deal, overview.deal()));
        model.addAttribute("done", offers.done(done).orElse(null));
        model.addAttribute("doneAct", done);
        model.addAttribute("newest", overview.told().subList(0, openly));
        model.addAttribute(
                "earlier", overview.told().subList(openly, overview.told().size()));
        return "opportunity";
    }
}
