package com.targettoclose.trust;

import com.targettoclose.conversation.FaultSentence;
import com.targettoclose.edition.Editions;
import com.targettoclose.opportunity.DealType;
import com.targettoclose.process.people.SalesForce;
import com.targettoclose.process.roadmap.Roadmap;
import com.targettoclose.report.facts.SizeBand;
import com.targettoclose.report.figures.Behind;
import com.targettoclose.report.figures.ReportFilter;
import com.targettoclose.report.figures.TrustFigures;
import com.targettoclose.trust.ReadQuestion.Result;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The trust report as a page that a leader reads in two minutes, and each of its tables as a file. */
@Hidden
@Controller
class TrustPage {

    /** Nobody: what is shown where a question could not be read. */
    private static final ReportFilter NOBODY = new ReportFilter(null, null, null, null, null, Set.of(""), null, null);

    private final ReadQuestion questions;
    private final TrustFigures figures;
    private final Labels labels;
    private final SalesForce salesForce;
    private final HeldReviews heldReviews;
    private final Editions editions;

    TrustPage(
            ReadQuestion questions,
            TrustFigures figures,
            Labels labels,
            SalesForce salesForce,
            HeldReviews heldReviews,
            Editions editions) {
        this.editions = editions;
        this.heldReviews = heldReviews;
        this.questions = questions;
        this.figures = figures;
        this.labels = labels;
        this.salesForce = salesForce;
    }

    /** What can be chosen: a value, and what it is called. */
    public record Choice(String value, String label) {}

    @GetMapping("/report")
    String report(@ModelAttribute("question") Question question, Authentication who, Model model) {
        var read = questions.read(question, who);
        var filter = read instanceof Result.Read it ? it.filter() : NOBODY;
        var report = figures.of(filter);
        var names = labels.of(report);
        var everybody = figures.of(read instanceof Result.Read it && !it.all() ? of(it.owners()) : ReportFilter.ALL);
        if (read instanceof Result.Refused refused) {
            everybody = report;
            model.addAttribute(
                    "faults",
                    refused.refusal().faults().stream().map(FaultSentence::of).toList());
        }
        model.addAttribute("report", report);
        model.addAttribute("rerouted", Behind.sign(Behind.Kind.REROUTED));
        model.addAttribute("baseline", new Answers(report, names).baseline());
        model.addAttribute("sheets", ReviewSheet.among(Sheets.of(report, names), heldReviews.of(read, who), names));
        model.addAttribute("note", TrustAnswer.NOTE);
        choices(model, labels.of(everybody));
        model.addAttribute("name", salesForce.names(List.of(who.getName())).getOrDefault(who.getName(), who.getName()));
        return "report";
    }

    @GetMapping("/report/tables/{table}")
    ResponseEntity<String> table(
            @PathVariable String table, @ModelAttribute("question") Question question, Authentication who) {
        if (!(questions.read(question, who) instanceof Result.Read read)) {
            return ResponseEntity.badRequest().build();
        }
        var report = figures.of(read.filter());
        var names = labels.of(report);
        return ReviewSheet.among(Sheets.of(report, names), heldReviews.of(read, who), names).stream()
                .filter(sheet -> sheet.id().equals(table))
                .findFirst()
                .map(sheet -> ResponseEntity.ok()
                        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(sheet.id() + ".csv")
                                        .build()
                                        .toString())
                        .body(SheetFile.of(sheet)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static ReportFilter of(Set<String> owners) {
        return new ReportFilter(null, null, null, null, null, owners, null, null);
    }

    private void choices(Model model, Labels.Names names) {
        model.addAttribute("stages", choices(names.stages().keySet(), names::stage));
        model.addAttribute("people", choices(names.people().keySet(), names::person));
        model.addAttribute("teams", choices(names.teams().keySet(), names::person));
        model.addAttribute("roadmaps", labels.all().stream().map(Roadmap::key).toList());
        model.addAttribute("editions", editions.committed());
        model.addAttribute(
                "types",
                List.of(DealType.values()).stream().map(DealType::value).toList());
        model.addAttribute(
                "sizes",
                List.of(SizeBand.values()).stream().map(SizeBand::value).toList());
    }

    private static List<Choice> choices(Set<String> values, UnaryOperator<String> label) {
        return values.stream()
                .map(value -> new Choice(value, label.apply(value)))
                .toList();
    }
}
