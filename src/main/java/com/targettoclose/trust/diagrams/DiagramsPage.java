package com.targettoclose.trust.diagrams;

import com.targettoclose.conversation.FaultSentence;
import com.targettoclose.edition.Editions;
import com.targettoclose.opportunity.DealType;
import com.targettoclose.process.people.SalesForce;
import com.targettoclose.report.facts.SizeBand;
import com.targettoclose.trust.Question;
import com.targettoclose.trust.ReadQuestion.Result;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The figures on the diagrams, as a page and for Cockpit. */
@Hidden
@Controller
class DiagramsPage {

    private final FiguresOnDiagrams figures;
    private final Editions editions;
    private final SalesForce salesForce;

    DiagramsPage(FiguresOnDiagrams figures, Editions editions, SalesForce salesForce) {
        this.figures = figures;
        this.editions = editions;
        this.salesForce = salesForce;
    }

    @GetMapping("/report/diagrams")
    String diagrams(@ModelAttribute("question") Question question, Authentication who, Model model) {
        var read = figures.read(question, who);
        if (read instanceof Result.Refused refused) {
            model.addAttribute(
                    "faults",
                    refused.refusal().faults().stream().map(FaultSentence::of).toList());
        }
        if (read instanceof Result.Read it) {
            model.addAttribute("answer", figures.of(it.filter()).orElse(null));
        }
        model.addAttribute("editions", editions.committed());
        model.addAttribute(
                "types", Stream.of(DealType.values()).map(DealType::value).toList());
        model.addAttribute(
                "sizes", Stream.of(SizeBand.values()).map(SizeBand::value).toList());
        model.addAttribute("name", salesForce.names(List.of(who.getName())).getOrDefault(who.getName(), who.getName()));
        return "report-diagrams";
    }

    /** One diagram by its process definition, with the deals of the edition that it came with, as Cockpit shows it; nothing for one that is not on the map. */
    @GetMapping("/report/diagrams/{definition}")
    ResponseEntity<DrawnDiagram> diagram(@PathVariable String definition, Authentication who) {
        return figures.of(definition, who)
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }
}
