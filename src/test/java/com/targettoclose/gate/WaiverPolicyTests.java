package com.targettoclose.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.conversation.Commitment;
import com.targettoclose.conversation.Fault;
import com.targettoclose.conversation.FieldReader;
import com.targettoclose.conversation.Item;
import com.targettoclose.conversation.Outcome;
import com.targettoclose.gate.WaiverPolicy.Decider;
import com.targettoclose.gate.WaiverPolicy.RawAsk;
import com.targettoclose.gate.WaiverPolicy.RawDecision;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaiverPolicyTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Map<String, Item> KNOWN = Map.of(
            "change", new Commitment("change", "The client will change"),
            "decide", new Commitment("decide", "The client has decided"),
            "problem-known", new Outcome("problem-known", "We know the problem"),
            "time", new Commitment("time", "The client will meet us"));
    private static final List<Gap> GAPS = List.of(
            gap("problem-known", WaivableBy.MANAGER),
            gap("change", WaivableBy.LEADER),
            gap("decide", WaivableBy.NOBODY));

    private final FieldReader fields = new FieldReader();

    @Test
    void whatAManagerMayWaiveIsAskedOfAManager() {
        var ask = ask(List.of("problem-known"), "Their plant is closed", List.of());
        assertThat(ask.level()).isEqualTo(WaivableBy.MANAGER);
        assertThat(ask.items()).containsExactly("problem-known");
    }

    @Test
    void oneItemThatOnlyALeaderMayWaiveBringsAllBeforeALeader() {
        var ask = ask(List.of("problem-known", "change", "change"), "Their plant is closed", List.of());
        assertThat(ask.level()).isEqualTo(WaivableBy.LEADER);
        assertThat(ask.items()).containsExactly("problem-known", "change");
    }

    @Test
    void everyReasonWhyItCannotBeAskedForIsNamed() {
        var ask = ask(List.of("decide", "time", "no-such", "change"), " ", List.of("change"));
        assertThat(ask).isNull();
        assertThat(fields.faults())
                .extracting(Fault::code)
                .extracting(code -> code.value())
                .containsExactly("not-waivable", "not-owed", "unknown-item", "asked-already", "missing");
    }

    @Test
    void nothingToAskForIsAFault() {
        assertThat(ask(List.of(), "Because", List.of())).isNull();
        assertThat(fields.faults()).extracting(Fault::field).containsExactly("items");
    }

    @ParameterizedTest(name = "{0}: owner {1}, leads them {2}, a leader {3}: {4}")
    @CsvSource({
        "MANAGER, false, true,  false, true",
        "MANAGER, false, false, true,  true",
        "MANAGER, false, false, false, false",
        "MANAGER, true,  true,  true,  false",
        "LEADER,  false, true,  false, false",
        "LEADER,  false, false, true,  true",
        "LEADER,  true,  false, true,  false"
    })
    void whoMayDecide(WaivableBy level, boolean owner, boolean leads, boolean leader, boolean may) {
        assertThat(WaiverPolicy.mayDecide(level, new Decider(owner, leads, leader)))
                .isEqualTo(may);
    }

    @Test
    void aGrantedWaiverHasALastDayAndIsToBeMadeGoodByThen() {
        var decision = WaiverPolicy.decision(new RawDecision("granted", "Fine", "2026-05-31", null), TODAY, fields);
        assertThat(decision.granted()).isTrue();
        assertThat(decision.until()).isEqualTo(LocalDate.of(2026, 5, 31));
        assertThat(decision.makeGoodOn()).isEqualTo(LocalDate.of(2026, 5, 31));
        var earlier =
                WaiverPolicy.decision(new RawDecision("granted", "Fine", "2026-05-31", "2026-05-01"), TODAY, fields);
        assertThat(earlier.makeGoodOn()).isEqualTo(LocalDate.of(2026, 5, 1));
    }

    @Test
    void aRefusalNeedsNoDay() {
        var decision = WaiverPolicy.decision(new RawDecision("refused", "Ask once more", null, null), TODAY, fields);
        assertThat(decision.granted()).isFalse();
        assertThat(decision.until()).isNull();
    }

    @ParameterizedTest(name = "{0}, {1}, {2}, {3}: {4}")
    @CsvSource({
        "granted, Fine, , , expiresOn missing",
        "granted, , 2026-05-31, , reason missing",
        "granted, Fine, 2026-03-01, , expiresOn in-the-past",
        "granted, Fine, 2026-05-31, 2026-06-01, makeGoodOn after-expiry",
        "granted, Fine, May, , expiresOn not-a-date",
        "perhaps, Fine, , , decision not-a-choice",
        ", Fine, , , decision missing"
    })
    void aFaultyDecisionIsNone(String decision, String reason, String expiresOn, String makeGoodOn, String fault) {
        var raw = new RawDecision(decision, reason, expiresOn, makeGoodOn);
        assertThat(WaiverPolicy.decision(raw, TODAY, fields)).isNull();
        assertThat(fields.faults())
                .extracting(it -> it.field() + " " + it.code().value())
                .containsExactly(fault);
    }

    private WaiverPolicy.Ask ask(List<String> items, String reason, List<String> waiting) {
        return WaiverPolicy.ask(new RawAsk(items, reason), KNOWN, GAPS, waiting, fields);
    }

    private static Gap gap(String item, WaivableBy waivableBy) {
        return new Gap(new Requirement("discovery", item, waivableBy, ProofNeeded.NONE, null), Gap.Reason.NOT_GAINED);
    }
}
