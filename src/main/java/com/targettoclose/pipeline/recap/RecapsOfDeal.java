package com.targettoclose.pipeline.recap;

import com.targettoclose.conversation.Conversation;
import com.targettoclose.ledger.Entry;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.History;
import com.targettoclose.pipeline.page.ClientWord;
import com.targettoclose.pipeline.page.Day;
import com.targettoclose.pipeline.page.SeenDeals;
import com.targettoclose.pipeline.page.SeenDeals.Seen;
import com.targettoclose.pipeline.page.Talk;
import com.targettoclose.pipeline.recap.SendRecap.Meant;
import com.targettoclose.process.Races;
import com.targettoclose.process.roadmap.Roadmap;
import com.targettoclose.process.roadmap.Roadmaps;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** What the client was asked to confirm, on the opportunity's page. */
@Hidden
@Controller
class RecapsOfDeal implements ClientWord {

    private static final int MOST = 8;

    private final SeenDeals seenDeals;
    private final Roadmaps roadmaps;
    private final RecapTable table;
    private final RecapAddress address;
    private final SendRecap sendRecap;
    private final RecapSettings settings;
    private final Clock clock;

    RecapsOfDeal(
            SeenDeals seenDeals,
            Roadmaps roadmaps,
            RecapTable table,
            RecapAddress address,
            SendRecap sendRecap,
            RecapSettings settings,
            Clock clock) {
        this.seenDeals = seenDeals;
        this.roadmaps = roadmaps;
        this.table = table;
        this.address = address;
        this.sendRecap = sendRecap;
        this.settings = settings;
        this.clock = clock;
    }

    @PostMapping("/opportunities/{id}/recaps")
    String send(@PathVariable String id, @RequestParam(defaultValue = "0") int entry, Authentication who) {
        var seen = seenDeals.change(id, who);
        var opportunity = seen.opportunity().id();
        Races.retried(() -> sendRecap.send(opportunity, new Meant(entry, null), who.getName()));
        return "redirect:/opportunities/" + opportunity + "#recaps";
    }

    @Override
    public List<Asked> of(Seen seen, History history) {
        if (!seen.mayAct()) {
            return List.of();
        }
        Map<Integer, RecapLink> links = new HashMap<>();
        table.of(seen.opportunity().id()).forEach(link -> links.put(link.firstEntry(), link));
        var roadmap = roadmaps.of(seen.opportunity());
        List<Talk> talks = new ArrayList<>(Talk.all(history));
        Collections.reverse(talks);
        return talks.stream()
                .filter(talk -> !talk.gained().isEmpty())
                .limit(MOST)
                .map(talk -> asked(talk, what(talk, roadmap), links.get(talk.number()), history))
                .toList();
    }

    private static String what(Talk talk, Roadmap roadmap) {
        var key = talk.key();
        var name = key == null
                ? "A conversation of your own"
                : roadmap.conversation(key).map(Conversation::name).orElse("A conversation");
        return name + ", " + Day.of(talk.heldOn()) + (talk.contact() == null ? "" : ", " + talk.contact());
    }

    private Asked asked(Talk talk, String what, @Nullable RecapLink link, History history) {
        if (link == null) {
            return new Asked(talk.number(), what, "The client was not asked yet.", null, null);
        }
        var answers = answers(link, history);
        long corrected = answers.stream()
                .filter(entry -> entry.kind() == EntryKind.CORRECTED)
                .count();
        if (!answers.isEmpty()) {
            var state = corrected == 0
                    ? "The client confirmed every point."
                    : "The client corrected " + corrected + " of " + answers.size() + " points. Talk to them.";
            return new Asked(talk.number(), what, state, null, null);
        }
        if (link.expired(clock.instant())) {
            return new Asked(talk.number(), what, "The link has expired without an answer.", null, null);
        }
        var address = this.address.of(link);
        return new Asked(
                talk.number(),
                what,
                "The client has not answered yet. The link works until " + Day.of(link.expiresAt(), clock.getZone())
                        + ".",
                address,
                mail(talk, address));
    }

    private static List<Entry> answers(RecapLink link, History history) {
        Integer sent = link.sentEntry();
        return history.entries().stream()
                .filter(entry -> sent.equals(entry.content().detail().get(Recap.LINK)))
                .toList();
    }

    private String mail(Talk talk, String address) {
        var body = "Thank you for the conversation on " + Day.of(talk.heldOn())
                + ".\r\n\r\nHere is what we understood and agreed. Please read it, and confirm it or correct what is not"
                + " right. It takes a minute, and no account:\r\n\r\n" + address + "\r\n";
        return "mailto:?subject=" + encoded("What we understood and agreed, " + settings.seller()) + "&body="
                + encoded(body);
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
