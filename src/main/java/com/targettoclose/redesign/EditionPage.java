package com.targettoclose.redesign;

import com.targettoclose.edition.ChangeView;
import com.targettoclose.edition.Edition;
import com.targettoclose.edition.Edition.State;
import com.targettoclose.edition.Editions;
import com.targettoclose.edition.OpenDeals;
import com.targettoclose.edition.WhatIf;
import com.targettoclose.redesign.Frame.NotThere;
import com.targettoclose.redesign.Shown.DiagramPair;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** One edition: what changed against another one, in words and on the diagrams, and its files. */
@Hidden
@Controller
class EditionPage {

    private static final String DIAGRAM = ".bpmn";

    private final Editions editions;
    private final OpenDeals openDeals;
    private final WhatIf whatIf;
    private final Sentences sentences;

    EditionPage(Editions editions, OpenDeals openDeals, WhatIf whatIf, Sentences sentences) {
        this.editions = editions;
        this.openDeals = openDeals;
        this.whatIf = whatIf;
        this.sentences = sentences;
    }

    @GetMapping("/process/editions/{number}")
    String edition(@PathVariable String number, @RequestParam(required = false) @Nullable String against, Model model) {
        var edition = find(number);
        var before = Optional.ofNullable(against)
                .or(() -> Optional.ofNullable(edition.comparedWith()).map(Object::toString))
                .map(this::find);
        var changes = before.map(it -> editions.changes(it, edition)).orElse(List.of());
        model.addAttribute(
                "edition",
                sentences
                        .lines(List.of(edition), editions.changes(List.of(edition)), openDeals.byDeployment())
                        .get(0));
        model.addAttribute("isInForce", edition.state() == State.IN_FORCE);
        model.addAttribute("isProposed", edition.state() == State.PROPOSED);
        model.addAttribute(
                "isLeft",
                Set.of(State.COMMITTED, State.DECLINED, State.SUPERSEDED).contains(edition.state()));
        model.addAttribute("whatIf", whatIf.of(edition.number()));
        model.addAttribute("before", before.map(Edition::number).orElse(null));
        model.addAttribute("others", others(edition));
        model.addAttribute(
                "weakening", changes.stream().filter(ChangeView::weakens).toList());
        model.addAttribute("groups", groups(changes));
        model.addAttribute(
                "diagrams", before.map(it -> diagrams(it, edition, changes)).orElse(List.of()));
        model.addAttribute("files", new TreeSet<>(editions.files(edition).keySet()));
        return "edition";
    }

    /** One of its files, as it was deployed. */
    @GetMapping("/process/editions/{number}/files/{file}")
    ResponseEntity<byte[]> file(@PathVariable String number, @PathVariable String file) {
        var content = editions.files(find(number)).get(file);
        if (content == null) {
            throw new NotThere();
        }
        var type = file.endsWith(".form") ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_XML;
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    private Edition find(String number) {
        return Optional.of(number)
                .filter(it -> it.matches("\\d{1,9}"))
                .flatMap(it -> editions.find(Integer.parseInt(it)))
                .orElseThrow(NotThere::new);
    }

    private List<Integer> others(Edition edition) {
        return editions.page(0, 50).stream()
                .map(Edition::number)
                .filter(number -> number != edition.number())
                .toList();
    }

    /** What changes that weaken nothing are about, in the order in which they come. */
    private static Map<String, List<ChangeView>> groups(List<ChangeView> changes) {
        return changes.stream()
                .filter(change -> !change.weakens())
                .collect(Collectors.groupingBy(EditionPage::heading, LinkedHashMap::new, Collectors.toList()));
    }

    private static String heading(ChangeView change) {
        return switch (change.subject()) {
            case "roadmap" -> "Roadmaps";
            case "stage" -> "Stages";
            case "conversation" -> "Conversations";
            case "requirement" -> "Exit criteria";
            case "form" -> "Forms";
            case "table" -> "Other tables";
            case "element" -> "Steps and flows";
            default -> "Files";
        };
    }

    private List<DiagramPair> diagrams(Edition before, Edition after, List<ChangeView> changes) {
        var old = editions.files(before).keySet();
        var now = editions.files(after).keySet();
        var changed = changes.stream()
                .filter(change -> change.resource().endsWith(DIAGRAM))
                .collect(Collectors.groupingBy(ChangeView::resource, LinkedHashMap::new, Collectors.toList()));
        return changed.entrySet().stream()
                .map(file -> pair(
                        file.getKey(),
                        old.contains(file.getKey()) ? address(before, file.getKey()) : null,
                        now.contains(file.getKey()) ? address(after, file.getKey()) : null,
                        file.getValue()))
                .toList();
    }

    private static String address(Edition edition, String file) {
        return "/process/editions/" + edition.number() + "/files/"
                + UriUtils.encodePathSegment(file, StandardCharsets.UTF_8);
    }

    private static DiagramPair pair(
            String file, @Nullable String before, @Nullable String after, List<ChangeView> changes) {
        var title = file.substring(0, file.length() - DIAGRAM.length()).replace('-', ' ');
        return new DiagramPair(
                file, title, before, after, ids(changes, "added"), ids(changes, "removed"), ids(changes, "changed"));
    }

    private static String ids(List<ChangeView> changes, String kind) {
        return changes.stream()
                .filter(change -> change.kind().equals(kind))
                .map(ChangeView::element)
                .filter(id -> !Objects.equals(id, ""))
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
