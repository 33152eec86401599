package com.targettoclose.conversation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Says a fault in plain words: what is wrong, and what to do about it. */
public final class FaultSentence {

    /** What people call the fields that they fill in; the others are for programs. */
    private static final Map<String, String> NAMES = Map.of(
            "account", "the client",
            "contact", "who you talked to",
            "heldOn", "when it was held",
            "channel", "how you talked",
            "nextStepOn", "the next step",
            "value", "the value",
            "currency", "the currency",
            "dealType", "the kind of deal");

    private FaultSentence() {}

    /** One sentence for one fault, ending in a full stop. */
    public static String of(Fault fault) {
        var name = NAMES.get(fault.field());
        if (name == null || fault.code() == FaultCode.UNDECLARED) {
            return say(fault, fault.field());
        }
        var sentence = say(fault, name);
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    private static String say(Fault fault, String field) {
        var value = fault.value() == null ? "" : fault.value();
        var detail = fault.detail() == null ? "" : fault.detail();
        return switch (fault.code()) {
            case MISSING -> "Please fill in %s.".formatted(field);
            case UNDECLARED -> "%s is not asked for here. Please leave it out.".formatted(field);
            case NOT_A_CHOICE -> "%s: '%s' is not possible. Choose one of: %s.".formatted(field, value, detail);
            case NOT_A_DATE -> "%s: '%s' is not a date. Write it as %s.".formatted(field, value, detail);
            case IN_THE_FUTURE -> "%s has not come yet. Enter the day it happened.".formatted(value);
            case IN_THE_PAST -> "%s is over. Enter a day still to come.".formatted(value);
            case TOO_LONG -> "%s is too long. Use at most %s characters.".formatted(field, detail);
            case NOTHING_ANSWERED -> "Say for at least one point what came of it.";
            case GAINED_WITHOUT_CONTACT -> "'%s': name who at the client said so.".formatted(detail);
            case GAINED_WITHOUT_WORDS -> "'%s': write down what the client said, or choose not yet.".formatted(detail);
            case WITHDRAWN_WITHOUT_WORDS ->
                "'%s': write down what the client said when it took this back.".formatted(detail);
            case NOT_HELD ->
                "'%s' was not given, so it cannot be taken back. What the client has given: %s."
                        .formatted(value, detail);
            case NOT_TO_CHECK ->
                "'%s' was not given, so there is nothing to check. What the client has given: %s."
                        .formatted(value, detail);
            case NOT_OWED ->
                "'%s' is not owed, so there is nothing to waive. Owed are: %s."
                        .formatted(value, detail.isEmpty() ? "nothing" : detail);
            case NOT_WAIVABLE -> "'%s' can be waived by nobody. Ask the client for it.".formatted(value);
            case ASKED_ALREADY -> "'%s': a waiver was asked for already and waits for its decision.".formatted(value);
            case AFTER_EXPIRY ->
                "%s lies after the day on which the waiver expires, %s. Choose an earlier day."
                        .formatted(value, detail);
            case TOO_FEW_WORDS ->
                "'%s': '%s' is too little. Write what the client said, in four words or more.".formatted(detail, value);
            case WORDS_ARE_THE_LABEL ->
                "'%s': this only repeats the question. Write what the client said.".formatted(detail);
            case WORDS_REPEATED ->
                "'%s': these words stand at '%s' already. Write what was said about each point."
                        .formatted(value, detail);
            case PROOF_WITHOUT_LINK ->
                "'%s': add the link where the proof can be seen, or leave the proof out.".formatted(detail);
            case LINK_WITHOUT_PROOF ->
                "'%s': say what kind of proof the link shows, or leave the link out.".formatted(detail);
            case NOT_A_LINK -> "'%s' is not a link. Begin it with https://.".formatted(value);
            case UNKNOWN_ITEM ->
                "%s: there is no point '%s' on this roadmap. There are: %s.".formatted(field, value, detail);
            case ANSWERED_TWICE -> "%s: '%s' is answered twice. Answer it once.".formatted(field, value);
            case NOT_A_NUMBER ->
                "%s: '%s' is not a number. Write digits, with a point for decimals.".formatted(field, value);
            case OUT_OF_RANGE ->
                "%s: '%s' is not possible. Use a whole number from %s.".formatted(field, value, detail);
            case NEGATIVE -> "%s: %s is below zero. Enter zero or more.".formatted(field, value);
            case NOT_A_CURRENCY ->
                "%s: '%s' is not a currency. Use its three letters, such as USD or EUR.".formatted(field, value);
            case VALUE_WITHOUT_CURRENCY ->
                "%s: a value needs its currency. Add three letters, such as USD.".formatted(field);
            case UNKNOWN_USER -> "%s: there is no user '%s'. Use the id of an existing user.".formatted(field, value);
            case UNKNOWN_ROADMAP -> "%s: there is no roadmap '%s'. There are: %s.".formatted(field, value, detail);
            case NOT_ON_THIS_ROADMAP ->
                "%s: '%s' does not run on the roadmap '%s'. Open an opportunity without naming a roadmap: the right one is taken."
                        .formatted(field, value, detail);
            case NOT_AN_ID -> "%s: '%s' cannot be an id. Use %s.".formatted(field, value, detail);
            case UNREADABLE -> "%s cannot be read: %s".formatted(field.isEmpty() ? "This row" : field, detail);
            case UNKNOWN_COLUMN -> "%s: the file has no column '%s'. It has: %s.".formatted(field, value, detail);
            case NOT_A_DATE_FORMAT ->
                "%s: '%s' does not describe a date. Use letters such as in M/d/yyyy or yyyy-MM-dd."
                        .formatted(field, value);
            case FIELD_COUNT ->
                "This row has %s fields, the header has %s. Check its commas and quotes.".formatted(value, detail);
            case CLOSED_WITHOUT_DATE -> "%s: the deal is %s. Add the day on which.".formatted(field, detail);
            case NOT_RECORDED -> "The row could not be recorded: %s".formatted(detail);
            case UNKNOWN_STAGE ->
                "%s: the mapping does not say what '%s' means. It explains: %s.".formatted(field, value, detail);
            case DUPLICATE_ID ->
                "%s: '%s' stands in this file already, at line %s. Keep one of them.".formatted(field, value, detail);
            case BEFORE_OPENED ->
                "%s: %s lies before the day it was opened, %s. Correct one of them.".formatted(field, value, detail);
        };
    }

    /** Every fault's sentence, one a line. */
    public static String of(List<Fault> faults) {
        return faults.stream().map(FaultSentence::of).collect(Collectors.joining("\n"));
    }
}
