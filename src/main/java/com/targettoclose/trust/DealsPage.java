package com.targettoclose.trust;

import com.targettoclose.conversation.Choice;
import com.targettoclose.conversation.FaultSentence;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.OpportunityLists;
import com.targettoclose.process.people.SalesForce;
import com.targettoclose.report.figures.Behind;
import com.targettoclose.report.figures.Behind.Kind;
import com.targettoclose.report.figures.DealsBehind;
import com.targettoclose.report.figures.ReportFilter;
import com.targettoclose.report.figures.TrustFigures;
import com.targettoclose.trust.Labels.Names;
import com.targettoclose.trust.ReadQuestion.Result;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The deals behind a number of the report, a page at a time. */
@Hidden
@Controller
class DealsPage {

    private static final int SIZE = 50;
    private static final int LAST_PAGE = 100_000;
    private static final Map<String, String> HOW = Map.of(
            "timely", "gained in its time",
            "afterwards", "told later",
            "standing", "stands there",
            "ended", "ended there");

    private final ReadQuestion questions;
    private final DealsBehind deals;
    private final TrustFigures figures;
    private final Labels labels;
    private final OpportunityLists opportunities;
    private final SalesForce salesForce;

    DealsPage(
            ReadQuestion questions,
            DealsBehind deals,
            TrustFigures figures,
            Labels labels,
            OpportunityLists opportunities,
            SalesForce salesForce) {
        this.questions = questions;
        this.deals = deals;
        this.figures = figures;
        this.labels = labels;
        this.opportunities = opportunities;
        this.salesForce = salesForce;
    }

    /** A deal as the page shows it. */
    public record Row(String id, String account, String owner, String how) {}

    @GetMapping("/report/deals")
    String deals(
            @ModelAttribute("question") Question question,
            @RequestParam(name = "of", defaultValue = "") String of,
            @RequestParam(name = "value", defaultValue = "") String value,
            @RequestParam(name = "page", defaultValue = "0") String page,
            Authentication who,
            Model model) {
        var behind = new Behind(
                Choice.of(Kind.class, of).orElse(Kind.HISTORY), of.isEmpty() ? "process" : value.replace("\0", ""));
        var asked = behind.kind() == Kind.TEAM ? question.ofTeam(value) : question;
        var read = questions.read(asked, who);
        int number = page.matches("\\d{1,6}") ? Math.min(Integer.parseInt(page), LAST_PAGE) : 0;
        if (read instanceof Result.Read it) {
            show(behind, it.filter(), number, model);
        } else {
            model.addAttribute("more", false);
            model.addAttribute("rows", List.of());
            model.addAttribute(
                    "faults",
                    ((Result.Refused) read)
                            .refusal().faults().stream().map(FaultSentence::of).toList());
        }
        var here = asked.at(behind) + "&page=";
        model.addAttribute("earlier", number > 0 ? here + (number - 1) : null);
        model.addAttribute("here", here + (number + 1));
        model.addAttribute("name", salesForce.names(List.of(who.getName())).getOrDefault(who.getName(), who.getName()));
        return "report-deals";
    }

    private void show(Behind behind, ReportFilter filter, int page, Model model) {
        var lines = deals.some(behind, filter, page * SIZE, SIZE + 1);
        var shown = lines.stream().limit(SIZE).toList();
        var names = labels.of(figures.of(filter));
        var byId = opportunities
                .all(shown.stream().map(DealsBehind.Line::opportunityId).toList())
                .stream()
                .collect(Collectors.toMap(Opportunity::id, Function.identity()));
        model.addAttribute("what", what(behind, names));
        model.addAttribute("more", lines.size() > SIZE);
        model.addAttribute(
                "rows",
                shown.stream()
                        .filter(line -> byId.containsKey(line.opportunityId()))
                        .map(line -> row(line, Objects.requireNonNull(byId.get(line.opportunityId())), names))
                        .toList());
    }

    private static Row row(DealsBehind.Line line, Opportunity deal, Names names) {
        return new Row(
                deal.id(),
                deal.account(),
                names.person(deal.owner()),
                HOW.getOrDefault(line.how(), line.how().replace('-', ' ')));
    }

    private static String what(Behind behind, Names names) {
        var value = behind.value();
        return switch (behind.kind()) {
            case HISTORY -> value.equals("before") ? "Before this process" : "All of this process";
            case ADHERENCE -> Answers.band(value);
            case REP, TEAM -> names.person(value);
            case GRANTED -> "Passed a gate by leave of " + names.person(value);
            case PRODUCT -> value.isEmpty() ? "No product named" : value;
            case CURRENCY -> value;
            case STAGE -> names.stage(value);
            case GATE -> "Through the gate of " + names.stage(value);
            case WAIVED -> "On a waiver through the gate of " + names.stage(value);
            case ITEM -> names.item(value) + ", at its gate";
            case ASKED -> names.item(value) + ", where it was asked for";
            case CREATED -> "Targets that became opportunities";
            case REROUTED -> "Sent back to the start, or moved to another edition";
            case VERIFIED -> "With points that were confirmed or checked";
            case CLAIMED -> "With proof from the client itself";
            case LATE -> "With answers told late";
            case OFF_THE_MAP -> "With answers from conversations off the map";
            case IN_BURSTS -> "With conversations recorded in bursts";
            case ALIKE -> "With answers in nearly the words of another";
            case THIN -> "With answers of few different words";
        };
    }
}
