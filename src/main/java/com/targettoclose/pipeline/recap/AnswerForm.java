package com.targettoclose.pipeline.recap;

import com.targettoclose.conversation.EvidencePolicy;
import com.targettoclose.pipeline.recap.AnswerRecap.Answer;
import com.targettoclose.pipeline.recap.Recap.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A client's answer as it was typed, and what is missing in it.
 *
 * @param typed by field
 */
record AnswerForm(Map<String, String> typed) {

    /** Nothing is typed yet. */
    static final AnswerForm EMPTY = new AnswerForm(Map.of());

    static final String NAME = "by";
    static final String RIGHT = "right";
    static final String NOT_RIGHT = "not-right";

    /** What a field holds. */
    public String value(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    /** What is missing, in sentences; empty where it is whole. */
    List<String> faults(Recap recap) {
        List<String> faults = new ArrayList<>();
        for (var point : recap.points()) {
            var answer = value(point.answerField());
            if (!answer.equals(RIGHT) && !answer.equals(NOT_RIGHT)) {
                faults.add("“%s”: please say whether it is right.".formatted(point.label()));
            } else if (answer.equals(NOT_RIGHT) && value(point.wordsField()).isEmpty()) {
                faults.add("“%s”: please write what is not right.".formatted(point.label()));
            }
            tooLong(value(point.wordsField()), EvidencePolicy.MAX_WORDS, "“" + point.label() + "”", faults);
        }
        if (value(NAME).isEmpty()) {
            faults.add("Please write your name.");
        }
        tooLong(value(NAME), EvidencePolicy.MAX_CONTACT, "Your name", faults);
        if (typed.values().stream().anyMatch(text -> text.indexOf('\0') >= 0)) {
            faults.add("There is a character in it that is no text. Please type it again.");
        }
        return faults;
    }

    private static void tooLong(String text, int most, String what, List<String> faults) {
        if (text.length() > most) {
            faults.add("%s: please use at most %d characters.".formatted(what, most));
        }
    }

    /** The answer, once nothing is missing. */
    Answer answer(Recap recap) {
        Map<Integer, Optional<String>> corrections = new HashMap<>();
        for (Point point : recap.points()) {
            corrections.put(
                    point.number(),
                    value(point.answerField()).equals(NOT_RIGHT)
                            ? Optional.of(value(point.wordsField()))
                            : Optional.empty());
        }
        return new Answer(value(NAME), corrections);
    }
}
