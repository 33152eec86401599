package com.targettoclose.gate;

import com.targettoclose.conversation.EvidencePolicy;
import com.targettoclose.conversation.FaultCode;
import com.targettoclose.conversation.FieldReader;
import com.targettoclose.conversation.Item;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be waived, by whom, and until when. Pure; every fault is named at once. */
public final class WaiverPolicy {

    private WaiverPolicy() {}

    /** A waiver as it was asked for, unchecked. */
    public record RawAsk(List<String> items, @Nullable String reason) {

        public RawAsk {
            items = List.copyOf(items);
        }
    }

    /** A waiver asked for, checked. */
    public record Ask(List<String> items, WaivableBy level, String reason) {}

    /** A decision as it was sent, unchecked. */
    public record RawDecision(
            @Nullable String decision,
            @Nullable String reason,
            @Nullable String expiresOn,
            @Nullable String makeGoodOn) {}

    /**
     * A decision, checked.
     *
     * @param until the last day on which a granted waiver counts; null where it was refused
     * @param makeGoodOn the day by which the client shall have given it all the same; null where it was refused
     */
    public record Decision(
            boolean granted,
            String reason,
            @Nullable LocalDate until,
            @Nullable LocalDate makeGoodOn) {}

    /** What the one who decides is to the opportunity. */
    public record Decider(boolean owner, boolean leads, boolean leader) {}

    /**
     * Examines what somebody asks to pass without: only what is owed, what somebody may waive, and what nobody has asked
     * for already.
     *
     * @param known every item of the roadmap, by its id
     * @param gaps what the opportunity owes
     * @param waiting the items that a waiver was asked for and not decided yet
     * @return null where a fault was noted
     */
    public static @Nullable Ask ask(
            RawAsk raw, Map<String, Item> known, List<Gap> gaps, List<String> waiting, FieldReader fields) {
        int before = fields.faults().size();
        if (raw.items().isEmpty()) {
            fields.fault("items", FaultCode.MISSING, null);
        }
        List<String> items = new ArrayList<>();
        var level = WaivableBy.MANAGER;
        for (var id : raw.items().stream().distinct().toList()) {
            var waivableBy = waivableBy(id, known, gaps, waiting, fields);
            if (waivableBy == WaivableBy.LEADER) {
                level = WaivableBy.LEADER;
            }
            items.add(id);
        }
        var reason = fields.requiredText("reason", raw.reason(), EvidencePolicy.MAX_WORDS);
        return reason == null || fields.faults().size() > before ? null : new Ask(items, level, reason);
    }

    /** Who may waive an item, if anybody; each reason why it cannot be asked for is noted. */
    private static WaivableBy waivableBy(
            String id, Map<String, Item> known, List<Gap> gaps, List<String> waiting, FieldReader fields) {
        var item = known.get(id);
        if (item == null) {
            fields.fault("items", FaultCode.UNKNOWN_ITEM, id, String.join(", ", known.keySet()));
            return WaivableBy.NOBODY;
        }
        var strictest = level(List.of(id), gaps);
        if (strictest.isEmpty()) {
            fields.fault("items", FaultCode.NOT_OWED, item.label(), labels(known, gaps));
        } else if (strictest.get() == WaivableBy.NOBODY) {
            fields.fault("items", FaultCode.NOT_WAIVABLE, item.label());
        } else if (waiting.contains(id)) {
            fields.fault("items", FaultCode.ASKED_ALREADY, item.label());
        }
        return strictest.orElse(WaivableBy.NOBODY);
    }

    /** Who may grant these items as the opportunity owes them now; empty where none of them is owed any more. */
    public static Optional<WaivableBy> level(List<String> items, List<Gap> gaps) {
        return gaps.stream()
                .filter(gap -> items.contains(gap.item()))
                .map(gap -> gap.requirement().waivableBy())
                .reduce(WaiverPolicy::stricter);
    }

    private static WaivableBy stricter(WaivableBy one, WaivableBy other) {
        if (one == WaivableBy.NOBODY || other == WaivableBy.NOBODY) {
            return WaivableBy.NOBODY;
        }
        return one == WaivableBy.LEADER ? one : other;
    }

    private static String labels(Map<String, Item> known, List<Gap> gaps) {
        return gaps.stream()
                .map(Gap::item)
                .distinct()
                .flatMap(id -> Stream.ofNullable(known.get(id)))
                .map(Item::label)
                .collect(Collectors.joining("; "));
    }

    /**
     * Whether somebody may decide a waiver: never the owner of the deal, a leader any, and a manager what managers may
     * grant for those whom they lead. Where nobody is known to lead the owner, only leaders.
     */
    public static boolean mayDecide(WaivableBy level, Decider decider) {
        return !decider.owner() && (decider.leader() || level == WaivableBy.MANAGER && decider.leads());
    }

    /**
     * Examines a decision.
     *
     * @return null where a fault was noted
     */
    public static @Nullable Decision decision(RawDecision raw, LocalDate today, FieldReader fields) {
        int before = fields.faults().size();
        boolean granted = "granted".equals(raw.decision());
        if (fields.required("decision", raw.decision()) && !granted && !"refused".equals(raw.decision())) {
            fields.fault("decision", FaultCode.NOT_A_CHOICE, raw.decision(), "granted, refused");
        }
        var reason = fields.requiredText("reason", raw.reason(), EvidencePolicy.MAX_WORDS);
        LocalDate until = null;
        LocalDate makeGoodOn = null;
        if (granted) {
            fields.required("expiresOn", raw.expiresOn());
            until = fields.comingDay("expiresOn", raw.expiresOn(), today);
            makeGoodOn = fields.comingDay("makeGoodOn", raw.makeGoodOn(), today);
            if (until != null && makeGoodOn != null && makeGoodOn.isAfter(until)) {
                fields.fault("makeGoodOn", FaultCode.AFTER_EXPIRY, raw.makeGoodOn(), until.toString());
            }
        }
        if (reason == null || fields.faults().size() > before) {
            return null;
        }
        return new Decision(granted, reason, until, makeGoodOn == null ? until : makeGoodOn);
    }
}
