package com.targettoclose.process.startforms;

import com.targettoclose.conversation.Fault;
import com.targettoclose.conversation.FaultCode;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.conversation.Refused;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.process.Contract;
import com.targettoclose.process.Refusals;
import com.targettoclose.process.people.Actor;
import com.targettoclose.process.people.Actors;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What somebody submitted with a start form in Tasklist, and who it was. What is taken is gone from the engine: what
 * people wrote belongs in the ledger.
 */
public final class StartForm {

    private final DelegateExecution execution;

    /** Reads what was submitted with the start of this instance. */
    public StartForm(DelegateExecution execution) {
        this.execution = execution;
    }

    /** Takes a field's text; null where it is absent or blank. */
    @Nullable
    public String text(String field) {
        var value = take(field);
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }

    /** Takes a field's choices; empty where it is absent. */
    public List<String> texts(String field) {
        var value = take(field);
        if (value instanceof SpinJsonNode json && json.isArray()) {
            return json.elements().stream()
                    .filter(SpinJsonNode::isString)
                    .map(SpinJsonNode::stringValue)
                    .toList();
        }
        return value == null || value.toString().isBlank()
                ? List.of()
                : List.of(value.toString().strip());
    }

    /**
     * Who submitted it.
     *
     * @throws Refused where nobody is signed in
     */
    public Actor actor() {
        return Actor.signedIn();
    }

    /**
     * Takes the id of the opportunity that was chosen.
     *
     * @throws Refused where it is not one that whoever submitted the form may change
     */
    public String opportunity(Opportunities opportunities, Actors actors) {
        var id = text(Contract.OPPORTUNITY_FIELD);
        if (id == null) {
            throw new Refused(Refusal.conflict("Choose the opportunity that it is about."));
        }
        var actor = actors.of(actor().userId(), actor().groups());
        var found = opportunities.find(id).filter(actor::sees);
        if (found.isEmpty()) {
            throw new Refused(Refusals.noOpportunity(id));
        }
        if (!actor.actsFor(found.get().owner())) {
            throw new Refused(Refusals.notTheirs());
        }
        return id;
    }

    /**
     * Says that everything the form asks for was taken.
     *
     * @throws Refused where something else was sent
     */
    public void nothingElse() {
        refuseUndeclared(execution.getVariableNames());
    }

    /**
     * Refuses fields that no form asks for.
     *
     * @throws Refused where there is one, naming all
     */
    public static void refuseUndeclared(Collection<String> fields) {
        if (!fields.isEmpty()) {
            throw new Refused(Refusal.invalid(fields.stream()
                    .sorted()
                    .map(field -> Fault.of(field, FaultCode.UNDECLARED, null))
                    .toList()));
        }
    }

    /** Lets a refusal reach whoever submitted the form; nothing was written, and what they typed stays. */
    public static void refuse(Optional<Refusal> refusal) {
        refusal.ifPresent(why -> {
            throw new Refused(why);
        });
    }

    private @Nullable Object take(String field) {
        var value = execution.getVariable(field);
        execution.removeVariable(field);
        return value;
    }
}
