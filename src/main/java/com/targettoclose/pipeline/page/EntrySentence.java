package com.targettoclose.pipeline.page;

import com.targettoclose.gate.GateDecision;
import com.targettoclose.gate.MetBy;
import com.targettoclose.gate.Waiver;
import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.Entry;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in a sentence what an entry of the ledger says happened. Who did it and what was said stand beside it. */
final class EntrySentence {

    private EntrySentence() {}

    static String of(Entry entry, Names names) {
        var it = entry.content();
        var item = it.item() == null ? "" : "“" + names.item(it.item()) + "”";
        return switch (entry.kind()) {
            case OPENED -> "opened the opportunity.";
            case GAINED, NOT_YET, DECLINED -> "recorded a conversation.";
            case WITHDRAWN -> "recorded that the client took back " + item + ".";
            case WAIVER_ASKED -> "asked to go on without " + names.items(list(it, "items")) + ".";
            case WAIVED ->
                "waived " + item + " until " + day(it, Waiver.UNTIL) + ", to be made good by "
                        + day(it, Waiver.MAKE_GOOD_ON) + ".";
            case WAIVER_REFUSED -> "refused the waiver that was asked for.";
            case LAPSED -> item + " is too old to count, and owed again.";
            case VERIFIED -> "confirmed " + item + ".";
            case CORRECTED -> "corrected what was recorded as " + item + ".";
            case RECAP_SENT -> "made a link by which the client can read and confirm what was recorded.";
            case GATE -> gate(it, names);
            case MOOT -> moot(it, names);
            case HANDED_OVER ->
                "handed it over from " + names.person(text(it, "from")) + " to " + names.person(text(it, "to")) + ".";
            case CHANGE_PROPOSED -> "proposed a change of the process, with this deal as an example.";
            case CHANGE_ANSWERED -> "answered the proposal: " + plain(text(it, "decision")) + ".";
            case TERMS -> "changed the terms: " + terms(it) + ".";
            case RE_ENTERED -> "The deal went back to the map, through the gates that it still meets.";
            case MOVED ->
                "moved the deal to edition " + text(it, "to")
                        + " of the process. It went through the gates that it meets.";
            case CLOSING -> closing(it);
            case CLOSED -> "The deal is " + Said.status(text(it, "as")) + ".";
            case REOPENED -> "took the deal up again.";
            case ERASED -> "erased a person's name and words on request.";
            case OPERATED -> "worked on the deal's process as operations.";
            default -> plain(entry.kind().value()) + (item.isEmpty() ? "." : ": " + item + ".");
        };
    }

    private static String gate(Draft it, Names names) {
        var stage = names.stage(text(it, "stage"));
        if (GateDecision.Outcome.MET.value().equals(text(it, "outcome"))) {
            var met = it.detail().get("met") instanceof Map<?, ?> by ? by : Map.of();
            return "The gate of " + stage + " is passed: everything required is there." + asides(met);
        }
        var owed = list(it, "gaps").stream()
                .map(gap -> gap instanceof Map<?, ?> of ? of.get("item") : gap)
                .distinct()
                .toList();
        return "The gate of " + stage + " waits for " + names.items(owed) + ".";
    }

    /** What of a passed gate was not met in its time. */
    private static String asides(Map<?, ?> met) {
        var counts = met.values().stream()
                .map(String::valueOf)
                .filter(by -> !by.equals(MetBy.TIMELY.value()))
                .collect(Collectors.groupingBy(by -> by, Collectors.counting()));
        return counts.isEmpty()
                ? ""
                : counts.entrySet().stream()
                        .map(by -> by.getValue() + " " + aside(by.getKey()))
                        .sorted()
                        .collect(Collectors.joining(", ", " Of that: ", "."));
    }

    private static String aside(String by) {
        return by.equals(MetBy.AFTERWARDS.value()) ? "recorded afterwards" : by;
    }

    private static String moot(Draft it, Names names) {
        var origin = it.origin();
        return origin == null || origin.conversation() == null
                ? "A waiver that was asked for has nothing left to decide."
                : "“" + names.conversation(origin.conversation())
                        + "” closed by itself: nothing is owed in it any more.";
    }

    private static String closing(Draft it) {
        var lostTo = it.detail().get("lostTo");
        return "ended the pursuit: " + Said.status(text(it, "as")) + ", for the reason “" + plain(text(it, "reason"))
                + "”" + (lostTo == null ? "." : ", to " + lostTo + ".");
    }

    private static String terms(Draft it) {
        var value = it.detail().get("value");
        return (value == null ? "value unknown" : value + " " + text(it, "currency")) + ", "
                + Said.dealType(text(it, "dealType"));
    }

    private static String day(Draft it, String key) {
        return Optional.ofNullable(it.detail().get(key))
                .map(day -> Day.of(LocalDate.parse(day.toString())))
                .orElse("");
    }

    private static String text(Draft it, String key) {
        var value = it.detail().get(key);
        return value == null ? "" : value.toString();
    }

    private static Collection<?> list(Draft it, String key) {
        return it.detail().get(key) instanceof Collection<?> list ? list : List.of();
    }

    private static String plain(String value) {
        return value.replace('-', ' ');
    }
}
