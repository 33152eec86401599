package com.targettoclose.process.requests;

import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.process.Contract;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What diagrams may ask of the proposal that they are about. Public, or JUEL finds no method. */
@Component(Contract.PROPOSAL)
public class ProposalInDiagrams {

    private final Ledger ledger;

    ProposalInDiagrams(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Who proposed it, by user id. */
    public String proposer(DelegateExecution execution) {
        var place = RequestPlace.of(execution);
        return ledger.history(place.about())
                .numbered(place.number(), EntryKind.CHANGE_PROPOSED)
                .orElseThrow(() -> new IllegalStateException(
                        "The ledger of " + place.about() + " proposes nothing in entry " + place.number() + "."))
                .recordedBy();
    }
}
