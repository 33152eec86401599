package com.targettoclose.pipeline.page;

import com.targettoclose.conversation.Choice;
import com.targettoclose.opportunity.OpportunityFilter;
import com.targettoclose.opportunity.OpportunityLists;
import com.targettoclose.opportunity.Status;
import com.targettoclose.pipeline.Access;
import com.targettoclose.process.people.Actor;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The list of opportunities that somebody may see: searched, filtered, page by page, the newest first. */
@Hidden
@Controller
class ListPage {

    static final int SIZE = 20;

    private static final int LAST_PAGE = 100_000;

    private final OpportunityLists opportunities;
    private final Access access;
    private final ListLines lines;

    ListPage(OpportunityLists opportunities, Access access, ListLines lines) {
        this.opportunities = opportunities;
        this.access = access;
        this.lines = lines;
    }

    /** What somebody looks for; what cannot be read is taken for nothing. */
    record Wanted(String text, String status, String stage, String owner, int page) {

        /** The address of a page of the same search. */
        String address(int number) {
            return UriComponentsBuilder.fromPath("/opportunities")
                    .queryParam("text", "{text}")
                    .queryParam("status", status)
                    .queryParam("stage", "{stage}")
                    .queryParam("owner", "{owner}")
                    .queryParam("page", number)
                    .encode()
                    .buildAndExpand(text, stage, owner)
                    .toUriString();
        }

        /** Whether they look for anything in particular. */
        public boolean anything() {
            return !text.isEmpty() || !status.isEmpty() || !stage.isEmpty() || !owner.isEmpty();
        }
    }

    @GetMapping("/opportunities")
    String list(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "0") String page,
            Authentication who,
            Model model) {
        var actor = access.actor(who);
        var wanted = new Wanted(clean(text), known(status), clean(stage), clean(owner), number(page));
        var filter = filter(wanted, actor);
        long total = filter == null ? 0 : opportunities.count(filter);
        var stages = lines.stages();
        var found = filter == null
                ? List.<ListLines.Line>of()
                : lines.of(opportunities.page(filter, wanted.page(), SIZE), actor, stages);
        model.addAttribute("wanted", wanted);
        model.addAttribute("lines", found);
        model.addAttribute("total", total);
        model.addAttribute("first", (long) wanted.page() * SIZE + 1);
        model.addAttribute("last", (long) wanted.page() * SIZE + found.size());
        model.addAttribute("earlier", wanted.page() > 0 ? wanted.address(wanted.page() - 1) : null);
        model.addAttribute("later", (wanted.page() + 1L) * SIZE < total ? wanted.address(wanted.page() + 1) : null);
        model.addAttribute(
                "statuses", Arrays.stream(Status.values()).map(Choice::value).toList());
        model.addAttribute("stages", stages);
        model.addAttribute("owners", lines.owners(actor));
        return "opportunities";
    }

    /** Null where they ask for somebody whose opportunities they do not see. */
    private static @Nullable OpportunityFilter filter(Wanted wanted, Actor actor) {
        var all = actor.seesAll() ? null : actor.owners();
        if (!wanted.owner().isEmpty() && all != null && !all.contains(wanted.owner())) {
            return null;
        }
        return new OpportunityFilter(
                Choice.of(Status.class, wanted.status()).orElse(null),
                wanted.stage().isEmpty() ? null : wanted.stage(),
                wanted.owner().isEmpty() ? all : Set.of(wanted.owner()),
                wanted.text().isEmpty() ? null : wanted.text());
    }

    private static String known(String status) {
        return Choice.of(Status.class, status).map(Choice::value).orElse("");
    }

    /** Without a zero, which is no text to PostgreSQL. */
    private static String clean(String text) {
        return text.replace("\0", "").strip();
    }

    private static int number(String page) {
        try {
            return Math.min(Math.max(Integer.parseInt(page.strip()), 0), LAST_PAGE);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
