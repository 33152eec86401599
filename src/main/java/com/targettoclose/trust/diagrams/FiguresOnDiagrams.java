package com.targettoclose.trust.diagrams;

import com.targettoclose.edition.Edition;
import com.targettoclose.edition.Editions;
import com.targettoclose.process.people.Group;
import com.targettoclose.report.facts.EditionNumbers;
import com.targettoclose.report.figures.DiagramFigures;
import com.targettoclose.report.figures.ReportFilter;
import com.targettoclose.trust.Question;
import com.targettoclose.trust.ReadQuestion;
import com.targettoclose.trust.ReadQuestion.Result;
import com.targettoclose.verifier.design.Drawing;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;

/**
 * Reads a question, and answers it on the diagrams of the edition it asks for, or of the one in force. Nobody is named there:
 * whoever redesigns or runs the process sees the deals of everybody.
 */
@Service
class FiguresOnDiagrams {

    private static final Set<Group> SEE_ALL = Set.of(Group.LEADER, Group.PROCESS_OWNER, Group.OPERATIONS, Group.ADMIN);

    private final ReadQuestion questions;
    private final DiagramFigures figures;
    private final Editions editions;
    private final EditionNumbers numbers;
    private final Clock clock;

    FiguresOnDiagrams(
            ReadQuestion questions, DiagramFigures figures, Editions editions, EditionNumbers numbers, Clock clock) {
        this.questions = questions;
        this.figures = figures;
        this.editions = editions;
        this.numbers = numbers;
        this.clock = clock;
    }

    Result read(Question question, Authentication who) {
        return questions.read(question, who, SEE_ALL);
    }

    /** Empty where nothing is deployed. */
    Optional<DiagramsAnswer> of(ReportFilter filter) {
        var number = filter.edition();
        return (number == null ? editions.inForce() : editions.find(number)).map(edition -> of(edition, filter));
    }

    /** One diagram by its process definition, with the deals of its edition; empty where it is no part of one. */
    Optional<DrawnDiagram> of(String definitionId, Authentication who) {
        var number = numbers.numbers(Set.of(definitionId)).get(definitionId);
        if (number == null || !(read(Question.ofEdition(number), who) instanceof Result.Read read)) {
            return Optional.empty();
        }
        var process = definitionId.substring(0, Math.max(0, definitionId.indexOf(':')));
        return of(read.filter()).stream()
                .flatMap(answer -> answer.diagrams().stream())
                .filter(diagram -> diagram.process().equals(process))
                .findFirst();
    }

    private DiagramsAnswer of(Edition edition, ReportFilter filter) {
        Map<String, Overlays> overlays = new HashMap<>();
        return new DiagramsAnswer(
                edition.number(),
                LocalDate.now(clock),
                figures.behind(),
                filter,
                Drawing.of(editions.design(edition)).stream()
                        .filter(it ->
                                filter.roadmap() == null || filter.roadmap().equals(it.roadmap()))
                        .map(it -> overlays.computeIfAbsent(
                                        it.roadmap(), roadmap -> new Overlays(figures.of(filter.onRoadmap(roadmap))))
                                .on(it))
                        .toList());
    }
}
