package com.targettoclose.report.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.Entry;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Provenance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalsTests {

    private static final Instant MORNING = Instant.parse("2026-03-02T09:00:00Z");

    private final List<Entry> entries = new ArrayList<>();

    @Test
    void threeRecordingsWithinTenMinutesAreABurst() {
        said("a", "rita", 0, "one two three four five six");
        said("b", "rita", 5, "seven eight nine ten eleven twelve");
        assertThat(Signals.of(entries).inBursts()).isZero();
        said("c", "rita", 10, "the board wants it done before winter comes");
        said("d", "rita", 21, "nobody can say what the old machine costs");
        said("e", "mona", 10, "a budget line was opened for us in march");
        var signals = Signals.of(entries);
        assertThat(signals.recordings()).isEqualTo(5);
        assertThat(signals.inBursts()).isEqualTo(3);
    }

    @Test
    void whatOneConversationYieldsIsOneRecording() {
        said("a", "rita", 0, "they lose two days a week to returns");
        said("b", "rita", 0, "their own people will sit down with us");
        said("c", "rita", 0, "the head of purchasing signs in the end");
        assertThat(Signals.of(entries).recordings()).isEqualTo(1);
        assertThat(Signals.of(entries).inBursts()).isZero();
    }

    @Test
    void wordsThatShareFourInFiveAreAlike() {
        said("a", "rita", 0, "The client told us that it works for them.");
        said("b", "rita", 60, "The client told us that it works for him");
        said("a", "rita", 120, "The client told us that it works for them");
        var signals = Signals.of(entries);
        assertThat(signals.worded()).isEqualTo(3);
        assertThat(signals.alike())
                .as("b like a, and a like b; not a like itself")
                .isEqualTo(2);
    }

    @Test
    void fewerThanSixDifferentWordsAreThin() {
        said("a", "rita", 0, "yes yes yes we do want it now");
        said("b", "rita", 60, "yes they do want it");
        said("c", "rita", 120, null);
        var signals = Signals.of(entries);
        assertThat(signals.thin()).isEqualTo(1);
        assertThat(signals.worded()).isEqualTo(2);
    }

    private void said(String item, String by, int minutes, String words) {
        var draft = Draft.of(EntryKind.GAINED)
                .item(item)
                .provenance(Provenance.TIMELY)
                .said("Ada", words);
        entries.add(new Entry("A1", entries.size() + 1, draft, by, MORNING.plusSeconds(60L * minutes), null, null, ""));
    }
}
