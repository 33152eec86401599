package com.targettoclose.trust;

import com.targettoclose.process.reviews.ReviewFigures;
import com.targettoclose.report.figures.ReportFilter;
import com.targettoclose.report.figures.TrustFigures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a review reads of some days: the first answers of the trust report on them. */
@Component
class WeekInShort implements ReviewFigures {

    private final TrustFigures figures;
    private final Labels labels;

    WeekInShort(TrustFigures figures, Labels labels) {
        this.figures = figures;
        this.labels = labels;
    }

    @Override
    public List<Answer> of(LocalDate firstDay, LocalDate lastDay, @Nullable Set<String> owners) {
        var report = figures.of(new ReportFilter(firstDay, lastDay, null, null, null, owners, null, null));
        var ended = report.process();
        List<Answer> answers = new ArrayList<>();
        answers.add(new Answer(
                "What ended?",
                ended.won() + " won, " + ended.lost() + " lost, " + ended.noDecision() + " without a decision, "
                        + ended.disqualified() + " disqualified."));
        Sheets.of(report, labels.of(report)).stream()
                .limit(Sheets.IN_SHORT)
                .filter(sheet -> !sheet.answer().isEmpty())
                .forEach(sheet -> answers.add(new Answer(sheet.title(), sheet.answer())));
        return answers;
    }
}
