package com.targettoclose.production;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says everything that is missing or unsafe at once, instead of a stack trace. */
class UnfitForProductionAnalyzer extends AbstractFailureAnalyzer<UnfitForProduction> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnfitForProduction unfit) {
        return new FailureAnalysis(
                "The profile '" + InsistOnProduction.PROFILE + "' starts only where nothing is missing or unsafe.",
                unfit.faults().stream().map(fault -> "- " + fault).collect(Collectors.joining(System.lineSeparator())),
                unfit);
    }
}
