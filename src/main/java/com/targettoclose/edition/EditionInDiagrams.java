package com.targettoclose.edition;

import com.targettoclose.process.Contract;
import com.targettoclose.process.requests.RequestPlace;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What diagrams may ask of the edition that they are about. Public, or JUEL finds no method. */
@Component(Contract.EDITION)
public class EditionInDiagrams {

    private final Editions editions;

    EditionInDiagrams(Editions editions) {
        this.editions = editions;
    }

    /** Whether a leader decided; not where a later edition made that moot. */
    public boolean decided(DelegateExecution execution) {
        return editions.find(RequestPlace.of(execution).number())
                .filter(edition -> edition.decided() != null)
                .isPresent();
    }
}
