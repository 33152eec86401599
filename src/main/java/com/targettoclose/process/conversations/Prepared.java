package com.targettoclose.process.conversations;

import com.targettoclose.process.conversations.CallNotes.Notes;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** What a conversation's form shows of the call planner: where it is, and what the rep prepared on it. As markdown. */
final class Prepared {

    private Prepared() {}

    /** The form's variables, by name. */
    static Map<String, TypedValue> of(String opportunityId, String conversation, Optional<Notes> notes) {
        var deal = "/opportunities/" + opportunityId;
        var links = "[Plan and print this call](" + deal + "/planner/" + conversation + ") · [See the whole deal]("
                + deal + ")";
        return Map.of(
                "planLinks", Variables.stringValue(links),
                "planNotes", Variables.stringValue(notes.map(Prepared::inWords).orElse("")));
    }

    private static String inWords(Notes notes) {
        return Stream.of(
                        part("Questions to ask", notes.questions()),
                        part("Concerns to expect", notes.concerns()),
                        part("If they do not agree", notes.fallbackAsk()),
                        part("Notes", notes.notes()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static String part(String title, String text) {
        return text.isEmpty()
                ? ""
                : "**" + title + "**\n\n" + CallPlan.plain(text).replaceAll("\\R+", "\n\n");
    }
}
