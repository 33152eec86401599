package com.targettoclose.edition;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.edition.CommitToEdition.RawDecision;
import com.targettoclose.edition.Edition.State;
import com.targettoclose.process.conversations.SubmittedForm;
import com.targettoclose.process.people.Actor;
import com.targettoclose.process.people.SalesForce;
import com.targettoclose.process.requests.Request;
import com.targettoclose.process.requests.RequestPlace;
import com.targettoclose.process.requests.Shown;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** An edition as a request: a process owner deploys it, a leader commits to it or declines, and the answer comes back. */
@Service
class CommitmentRequest implements Request {

    private static final String KIND = "edition";
    private static final Map<String, String> IN_WORDS = Map.of("requirement", "exit criteria", "element", "diagram");

    private final Editions editions;
    private final CommitToEdition commit;
    private final WhatIf whatIf;
    private final SalesForce salesForce;

    CommitmentRequest(Editions editions, CommitToEdition commit, WhatIf whatIf, SalesForce salesForce) {
        this.editions = editions;
        this.commit = commit;
        this.whatIf = whatIf;
        this.salesForce = salesForce;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<String> asks() {
        return Set.of("decision", "words");
    }

    @Override
    public String about(RequestPlace place) {
        return "edition " + place.number();
    }

    @Override
    public Map<String, TypedValue> shown(RequestPlace place) {
        var edition = edition(place);
        var changes = editions.changes(edition);
        var weakening = changes.stream().filter(ChangeView::weakens).toList();
        var known = whatIf.of(edition.number());
        var shown = new Shown()
                .put("edition", Integer.toString(edition.number()))
                .plain("proposedBy", salesForce.nameOf(edition.proposedBy()))
                .put("proposedOn", edition.proposedAt().toString().substring(0, 10))
                .put("weakens", weakening.isEmpty() ? "" : "yes")
                .put("weakening", sentences(weakening))
                .put("howMany", howMany(changes.size() - weakening.size(), !weakening.isEmpty()))
                .table(
                        "changes",
                        rows(changes.stream().filter(it -> !it.weakens()).toList()))
                .plain("whatIf", known.says())
                .table("moves", moves(known));
        var decided = edition.decided();
        if (decided != null) {
            shown.put("decided", decided.decision().value())
                    .plain("decidedBy", salesForce.nameOf(decided.by()))
                    .plain("words", decided.words());
        }
        return shown.fields();
    }

    private static String sentences(List<ChangeView> weakening) {
        return String.join("\n", weakening.stream().map(it -> "- " + it.says()).toList());
    }

    private static String howMany(int changes, boolean besides) {
        var more = besides ? " more" : "";
        return switch (changes) {
            case 0 -> besides ? "Nothing else changes." : "Nothing changes.";
            case 1 -> "One" + more + " change:";
            default -> changes + more + " changes:";
        };
    }

    private static List<Map<String, String>> rows(List<ChangeView> changes) {
        return changes.stream()
                .map(it -> Map.of("what", IN_WORDS.getOrDefault(it.subject(), it.subject()), "change", it.says()))
                .toList();
    }

    private static List<Map<String, String>> moves(WhatIf.Known known) {
        return known.moves().stream()
                .map(it -> Map.of("now", it.now(), "then", it.then(), "deals", Long.toString(it.deals())))
                .toList();
    }

    @Override
    public @Nullable LocalDate due(RequestPlace place) {
        return null;
    }

    @Override
    public Optional<Refusal> answer(RequestPlace place, VariableMap values, Actor actor, String taskId) {
        var sent = new RawDecision(SubmittedForm.text(values, "decision"), SubmittedForm.text(values, "words"));
        return commit.decide(place.number(), sent, actor, taskId);
    }

    @Override
    public boolean settled(RequestPlace place, String taskId) {
        return edition(place).state() != State.PROPOSED;
    }

    private Edition edition(RequestPlace place) {
        return editions.find(place.number())
                .orElseThrow(() -> new IllegalStateException("There is no edition " + place.number() + "."));
    }
}
