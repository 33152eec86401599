package com.targettoclose.conversation;

import static com.targettoclose.conversation.FaultCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.conversation.Examination.Accepted;
import com.targettoclose.conversation.Examination.Faulty;
import com.targettoclose.conversation.RawConversation.RawAnswer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvidencePolicyTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final String WORDS = "Scrap costs us forty thousand a month";
    private static final String OTHER_WORDS = "We stop buying the old resin in May";
    private static final Map<String, Item> KNOWN = Map.of(
            "problem-known", new Outcome("problem-known", "The client names the problem it wants solved"),
            "cost-of-inaction", new Outcome("cost-of-inaction", "We know what waiting costs"),
            "change", new Commitment("change", "The client will change"));

    @Test
    void oneGainedItemWithAPersonAndWordsIsEvidence() {
        var evidence = accepted(conversation().with(gained("problem-known", WORDS)));
        assertThat(evidence.contact()).isEqualTo("Dana");
        assertThat(evidence.heldOn()).isEqualTo(TODAY);
        assertThat(evidence.channel()).isEqualTo(Channel.MEETING);
        assertThat(evidence.answers()).singleElement().satisfies(answer -> {
            assertThat(answer.gained()).isTrue();
            assertThat(answer.words()).isEqualTo(WORDS);
        });
    }

    @Test
    void notYetAndDeclinedNeedNeitherAPersonNorWords() {
        var evidence = accepted(conversation()
                .contact(null)
                .with(answer("problem-known", "not-yet", null, null, null))
                .with(answer("change", "declined", "No", null, null)));
        assertThat(evidence.answers())
                .extracting(Answer::state)
                .containsExactly(AnswerState.NOT_YET, AnswerState.DECLINED);
    }

    @Test
    void anItemLeftEmptyIsNotAnswered() {
        var evidence = accepted(
                conversation().with(gained("problem-known", WORDS)).with(answer("change", null, null, null, null)));
        assertThat(evidence.answers()).hasSize(1);
    }

    @Test
    void proofComesWithItsLink() {
        var evidence = accepted(
                conversation().with(answer("change", "gained", WORDS, "message", "https://mail.example.com/1")));
        assertThat(evidence.answers().get(0).proof()).isEqualTo(Proof.MESSAGE);
        assertThat(evidence.answers().get(0).link()).isEqualTo("https://mail.example.com/1");
    }

    @Test
    void textIsStripped() {
        var evidence = accepted(conversation().contact("  Dana ").with(gained("change", "  " + WORDS + "\n")));
        assertThat(evidence.contact()).isEqualTo("Dana");
        assertThat(evidence.answers().get(0).words()).isEqualTo(WORDS);
    }

    @Test
    void nothingAtAllIsRefusedForEveryReason() {
        assertFaults(
                new Sent().contact(null).heldOn(null).channel(null),
                "heldOn MISSING",
                "channel MISSING",
                "items NOTHING_ANSWERED");
    }

    @Test
    @DisplayName("every fault is named at once, each with its own field")
    void everyFaultAtOnce() {
        var raw = new Sent()
                .contact(null)
                .heldOn("2026-03-03")
                .channel("pigeon")
                .nextStepOn("2026-03-01")
                .undeclared("verified")
                .with(gained("problem-known", "The client names: the problem it wants solved!"))
                .with(answer("cost-of-inaction", "gained", null, "message", null))
                .with(answer("change", "maybe", null, null, "ftp://files.example.com"))
                .with(gained("nonsense", WORDS))
                .with(answer("change", "gained", "Yes, gladly", "handshake", "https://x.example"));
        assertFaults(
                raw,
                "verified UNDECLARED",
                "heldOn IN_THE_FUTURE",
                "channel NOT_A_CHOICE",
                "nextStepOn IN_THE_PAST",
                "problem-known.words WORDS_ARE_THE_LABEL",
                "cost-of-inaction.words GAINED_WITHOUT_WORDS",
                "cost-of-inaction.link PROOF_WITHOUT_LINK",
                "change.state NOT_A_CHOICE",
                "change.link NOT_A_LINK",
                "change.proof LINK_WITHOUT_PROOF",
                "nonsense.item UNKNOWN_ITEM",
                "change.item ANSWERED_TWICE",
                "change.words TOO_FEW_WORDS",
                "change.proof NOT_A_CHOICE",
                "contact GAINED_WITHOUT_CONTACT");
    }

    @ParameterizedTest(name = "held on {0}: {1}")
    @CsvSource({
        "2026-03-02, accepted",
        "2026-03-01, accepted",
        "2026-02-16, accepted",
        "2025-03-02, accepted",
        "2026-03-03, IN_THE_FUTURE",
        "2026-02-30, NOT_A_DATE",
        "02.03.2026, NOT_A_DATE",
        "2026-3-2, NOT_A_DATE",
        "0026-03-02, NOT_A_DATE",
        "yesterday, NOT_A_DATE"
    })
    void theDayItWasHeld(String heldOn, String expected) {
        assertOutcome(conversation().heldOn(heldOn).with(gained("change", WORDS)), expected);
    }

    @ParameterizedTest(name = "next step on {0}: {1}")
    @CsvSource({"2026-03-02, accepted", "2026-03-03, accepted", "2026-03-01, IN_THE_PAST", "soon, NOT_A_DATE"})
    void theNextStep(String nextStepOn, String expected) {
        assertOutcome(conversation().nextStepOn(nextStepOn).with(gained("change", WORDS)), expected);
    }

    @ParameterizedTest(name = "\"{0}\": {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "They will sign it | accepted",
                "They will sign | TOO_FEW_WORDS",
                "yes - yes - yes - ok | accepted",
                "yes -- ... !!! | TOO_FEW_WORDS",
                "Das ändert für uns alles | accepted",
                "Überprüfen wir später noch | accepted",
                "Да, мы будем менять | accepted",
                "Да, мы согласны | TOO_FEW_WORDS",
                "The client will change | WORDS_ARE_THE_LABEL",
                "  the CLIENT, will change... | WORDS_ARE_THE_LABEL",
                "The client will change now | accepted"
            })
    void theClientsWords(String words, String expected) {
        assertOutcome(conversation().with(gained("change", words)), expected);
    }

    @ParameterizedTest(name = "\"{0}\": {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "彼らは五月に変更すると言った | accepted",
                "他们将在五月份更换供应商 | accepted",
                "ลูกค้าจะเปลี่ยนในเดือนพฤษภาคม | accepted",
                "はい | TOO_FEW_WORDS",
                "同意 | TOO_FEW_WORDS",
                "ग्राहक सहमत | TOO_FEW_WORDS",
                "고객이 오월에 공급업체를 바꿉니다 | accepted"
            })
    @DisplayName("scripts that put no space between words can say enough too")
    void wordsWithoutSpaces(String words, String expected) {
        assertOutcome(conversation().with(gained("change", words)), expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t\n", "\u2003", "\u3000"})
    void blankWordsAreNoWords(String blank) {
        assertFaults(conversation().with(gained("change", blank)), "change.words GAINED_WITHOUT_WORDS");
        assertFaults(conversation().contact(blank).with(gained("change", WORDS)), "contact GAINED_WITHOUT_CONTACT");
        assertFaults(conversation().heldOn(blank).with(gained("change", WORDS)), "heldOn MISSING");
    }

    @Test
    void theSameWordsAtTwoItemsAreRefusedAtTheSecond() {
        assertFaults(
                conversation()
                        .with(gained("problem-known", WORDS))
                        .with(gained("change", WORDS.toUpperCase(java.util.Locale.ROOT) + "!")),
                "change.words WORDS_REPEATED");
    }

    @Test
    void repeatedWordsAreNamedWithTheItemTheyStandAt() {
        var faults = faults(conversation().with(gained("problem-known", WORDS)).with(gained("change", WORDS)));
        assertThat(faults)
                .singleElement()
                .satisfies(
                        fault -> assertThat(fault.detail()).isEqualTo("The client names the problem it wants solved"));
    }

    @Test
    void wordsThatAreRepeatedAtAnItemNotYetGainedDoNoHarm() {
        accepted(conversation()
                .with(gained("problem-known", WORDS))
                .with(answer("change", "not-yet", WORDS, null, null)));
    }

    @Test
    void everyItemIsAnsweredOnce() {
        assertFaults(
                conversation().with(gained("change", WORDS)).with(gained("change", OTHER_WORDS)),
                "change.item ANSWERED_TWICE");
    }

    @Test
    void wordsWithoutAStateAreNotGuessedAt() {
        assertFaults(
                conversation()
                        .with(gained("problem-known", WORDS))
                        .with(answer("change", null, OTHER_WORDS, null, null)),
                "change.state MISSING");
    }

    @Test
    void proofAndLinkBelongTogether() {
        assertFaults(
                conversation().with(answer("change", "gained", WORDS, "message", null)),
                "change.link PROOF_WITHOUT_LINK");
        assertFaults(
                conversation().with(answer("change", "gained", WORDS, null, "https://x.example/1")),
                "change.proof LINK_WITHOUT_PROOF");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "ftp://x.example",
                "mail.example.com/1",
                "https://",
                "https:///p",
                "https://a b"
            })
    void aLinkIsAnAddressToOpen(String link) {
        assertFaults(conversation().with(answer("change", "gained", WORDS, "message", link)), "change.link NOT_A_LINK");
    }

    @Test
    void lengthsHaveLimits() {
        var words = "to be sure ".repeat(500);
        accepted(conversation().with(gained("change", words.substring(0, 3999) + "x")));
        assertFaults(conversation().with(gained("change", words.substring(0, 4000) + "x")), "change.words TOO_LONG");
        accepted(conversation().contact("D".repeat(200)).with(gained("change", WORDS)));
        assertFaults(conversation().contact("D".repeat(201)).with(gained("change", WORDS)), "contact TOO_LONG");
        var link = "https://x.example/" + "p".repeat(2000 - 18);
        accepted(conversation().with(answer("change", "gained", WORDS, "message", link)));
        assertFaults(
                conversation().with(answer("change", "gained", WORDS, "message", link + "p")), "change.link TOO_LONG");
    }

    @Test
    void aNullCharacterIsRefusedBeforeTheDatabaseDoes() {
        assertFaults(conversation().with(gained("change", WORDS + "\0")), "change.words UNREADABLE");
    }

    @Test
    @DisplayName("whatever is sent, it is evidence or has a fault with a sentence, and evidence is whole")
    void whateverIsSent() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        Set<FaultCode> seen = EnumSet.noneOf(FaultCode.class);
        int accepted = 0;
        for (int n = 0; n < 4_000; n++) {
            var raw = randomly(random).raw();
            var context = "seed " + seed + ", trial " + n + ": " + raw;
            var examination = EvidencePolicy.examine(raw, KNOWN, TODAY);
            if (examination instanceof Accepted it) {
                accepted++;
                assertWhole(it.evidence(), context);
            } else if (examination instanceof Faulty it) {
                assertThat(it.faults()).as(context).isNotEmpty();
                it.faults().forEach(fault -> seen.add(fault.code()));
                assertThat(FaultSentence.of(it.faults())).as(context).isNotBlank();
            }
        }
        assertThat(accepted).as("seed %s", seed).isPositive();
        assertThat(seen)
                .as("seed %s", seed)
                .contains(MISSING, UNDECLARED, NOT_A_CHOICE, NOT_A_DATE, IN_THE_FUTURE, IN_THE_PAST, NOTHING_ANSWERED)
                .contains(GAINED_WITHOUT_CONTACT, GAINED_WITHOUT_WORDS, TOO_FEW_WORDS, WORDS_ARE_THE_LABEL)
                .contains(WORDS_REPEATED, PROOF_WITHOUT_LINK, LINK_WITHOUT_PROOF, NOT_A_LINK, UNKNOWN_ITEM)
                .contains(ANSWERED_TWICE);
    }

    private static void assertWhole(Evidence evidence, String context) {
        assertThat(evidence.heldOn()).as(context).isBeforeOrEqualTo(TODAY);
        assertThat(evidence.answers())
                .as(context)
                .extracting(answer -> answer.item().id())
                .doesNotHaveDuplicates();
        evidence.answers().stream().filter(Answer::gained).forEach(answer -> {
            assertThat(evidence.contact()).as(context).isNotBlank();
            assertThat(answer.words())
                    .as(context)
                    .isNotBlank()
                    .isNotEqualTo(answer.item().label());
        });
    }

    private static Sent randomly(Random random) {
        var sent = new Sent()
                .contact(pick(random, "Dana", "Dana", null, " "))
                .heldOn(pick(random, "2026-03-02", "2026-02-01", "2026-03-01", "2026-03-04", null, "today"))
                .channel(pick(random, "meeting", "call", "email", null, "fax"))
                .nextStepOn(pick(random, null, null, "2026-03-09", "2026-02-01", "x"));
        if (random.nextInt(8) == 0) {
            sent.undeclared("forged");
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            sent.with(answer(
                    pick(random, "problem-known", "cost-of-inaction", "change", "change", "nonsense", null),
                    pick(random, "gained", "gained", "not-yet", "declined", "maybe", null),
                    pick(random, WORDS, OTHER_WORDS, "We know what waiting costs", "ok", null, " "),
                    pick(random, null, null, "message", "document", "handshake"),
                    pick(random, null, null, "https://x.example/1", "nowhere")));
        }
        return sent;
    }

    private static String pick(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }

    private static Sent conversation() {
        return new Sent();
    }

    private static RawAnswer gained(String item, String words) {
        return answer(item, "gained", words, null, null);
    }

    private static RawAnswer answer(String item, String state, String words, String proof, String link) {
        return new RawAnswer(item, state, words, proof, link, part -> item + "." + part);
    }

    private static Evidence accepted(Sent sent) {
        var examination = EvidencePolicy.examine(sent.raw(), KNOWN, TODAY);
        assertThat(examination).isInstanceOf(Accepted.class);
        return ((Accepted) examination).evidence();
    }

    private static List<Fault> faults(Sent sent) {
        return EvidencePolicy.examine(sent.raw(), KNOWN, TODAY) instanceof Faulty faulty ? faulty.faults() : List.of();
    }

    private static void assertFaults(Sent sent, String... expected) {
        assertThat(faults(sent))
                .extracting(fault -> fault.field() + " " + fault.code())
                .containsExactlyInAnyOrder(expected);
    }

    private static void assertOutcome(Sent sent, String expected) {
        var codes = faults(sent).stream().map(fault -> fault.code().name()).toList();
        assertThat(codes.isEmpty() ? List.of("accepted") : codes).containsExactly(expected);
    }

    /** A conversation on its way in; held today in a meeting with Dana unless told otherwise. */
    private static final class Sent {

        private String contact = "Dana";
        private String heldOn = TODAY.toString();
        private String channel = "meeting";
        private String nextStepOn;
        private final List<RawAnswer> answers = new ArrayList<>();
        private final List<String> undeclared = new ArrayList<>();

        Sent contact(String value) {
            contact = value;
            return this;
        }

        Sent heldOn(String value) {
            heldOn = value;
            return this;
        }

        Sent channel(String value) {
            channel = value;
            return this;
        }

        Sent nextStepOn(String value) {
            nextStepOn = value;
            return this;
        }

        Sent undeclared(String... names) {
            undeclared.addAll(Arrays.asList(names));
            return this;
        }

        Sent with(RawAnswer answer) {
            answers.add(answer);
            return this;
        }

        RawConversation raw() {
            return new RawConversation(contact, heldOn, channel, nextStepOn, answers, undeclared);
        }
    }
}
