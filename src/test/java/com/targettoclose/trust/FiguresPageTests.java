package com.targettoclose.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.process.reviews.ReviewCount;
import com.targettoclose.report.figures.CommitmentLine;
import com.targettoclose.report.figures.Comparison;
import com.targettoclose.report.figures.Evidence;
import com.targettoclose.report.figures.PersonLine;
import com.targettoclose.report.figures.StageLine;
import com.targettoclose.report.figures.TrustReport;
import com.targettoclose.report.figures.Velocity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That the page about figures explains each of them by its name. */
class FiguresPageTests {

    @Test
    void everyFigureIsExplained() throws IOException {
        var page = Files.readString(Path.of("docs", "figures.md"));
        Stream.of(
                        TrustReport.class,
                        Comparison.class,
                        StageLine.class,
                        CommitmentLine.class,
                        PersonLine.class,
                        Evidence.class,
                        Velocity.class,
                        ReviewCount.class)
                .flatMap(figures -> Arrays.stream(figures.getRecordComponents()))
                .map(component -> "`" + component.getName() + "`")
                .forEach(name -> assertThat(page).contains(name));
    }
}
