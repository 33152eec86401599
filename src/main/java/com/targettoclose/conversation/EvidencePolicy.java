package com.targettoclose.conversation;

import com.targettoclose.conversation.RawConversation.RawAnswer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a conversation as it was sent counts as evidence. Pure: the same input gives the same answer, and every fault
 * is named at once.
 */
public final class EvidencePolicy {

    /** Who at the client: characters at most. */
    public static final int MAX_CONTACT = 200;

    /** The client's words about one item: characters at most. */
    public static final int MAX_WORDS = 4000;

    /** A link: characters at most. */
    public static final int MAX_LINK = 2000;

    /** A conversation recorded more than this many days after it was held counts as recorded afterwards. */
    public static final int TIMELY_DAYS = 14;

    private EvidencePolicy() {}

    /**
     * Examines a conversation.
     *
     * @param known every item that may be answered, by its id
     * @param today the day it is recorded
     */
    public static Examination examine(RawConversation raw, Map<String, Item> known, LocalDate today) {
        var fields = new FieldReader();
        raw.undeclared().forEach(name -> fields.fault(name, FaultCode.UNDECLARED, null));
        var contact = fields.text("contact", raw.contact(), MAX_CONTACT);
        var heldOn = fields.pastDay("heldOn", raw.heldOn(), today);
        var channel = fields.required("channel", raw.channel())
                ? fields.choice("channel", Channel.class, raw.channel())
                : null;
        var nextStepOn = fields.comingDay("nextStepOn", raw.nextStepOn(), today);
        var answers = answers(raw, known, fields);
        answers.stream()
                .filter(Answer::gained)
                .filter(answer -> contact == null)
                .findFirst()
                .ifPresent(answer -> fields.fault(
                        "contact",
                        FaultCode.GAINED_WITHOUT_CONTACT,
                        null,
                        answer.item().label()));
        if (!fields.faults().isEmpty() || heldOn == null || channel == null) {
            return new Examination.Faulty(fields.faults());
        }
        return new Examination.Accepted(new Evidence(contact, heldOn, channel, nextStepOn, answers));
    }

    private static List<Answer> answers(RawConversation raw, Map<String, Item> known, FieldReader fields) {
        List<Answer> answers = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Map<String, Item> saidBefore = new HashMap<>();
        boolean anySent = false;
        for (var sent : raw.answers()) {
            anySent |= sent.state() != null;
            var item = item(sent, known, fields);
            if (item == null) {
                continue;
            }
            if (!seen.add(item.id())) {
                fields.fault(sent.fieldOf().apply("item"), FaultCode.ANSWERED_TWICE, item.id());
            }
            var answer = answer(sent, item, fields);
            if (answer != null) {
                answers.add(answer);
                checkRepetition(sent, item, saidBefore, fields);
            }
        }
        if (!anySent) {
            fields.fault("items", FaultCode.NOTHING_ANSWERED, null);
        }
        return answers;
    }

    private static @Nullable Item item(RawAnswer sent, Map<String, Item> known, FieldReader fields) {
        var field = sent.fieldOf().apply("item");
        if (!fields.required(field, sent.item())) {
            return null;
        }
        var item = known.get(sent.item());
        if (item == null) {
            fields.fault(
                    field,
                    FaultCode.UNKNOWN_ITEM,
                    sent.item(),
                    String.join(", ", known.keySet().stream().sorted().toList()));
        }
        return item;
    }

    private static @Nullable Answer answer(RawAnswer sent, Item item, FieldReader fields) {
        var stateField = sent.fieldOf().apply("state");
        boolean saysMore = sent.words() != null || sent.proof() != null || sent.link() != null;
        if (sent.state() == null && !saysMore) {
            return null;
        }
        var state = fields.required(stateField, sent.state())
                ? fields.choice(stateField, AnswerState.class, sent.state())
                : null;
        var wordsField = sent.fieldOf().apply("words");
        var words = fields.text(wordsField, sent.words(), MAX_WORDS);
        if (state == AnswerState.GAINED) {
            ClientWords.check(wordsField, words, item, FaultCode.GAINED_WITHOUT_WORDS, fields);
        }
        var proofField = sent.fieldOf().apply("proof");
        var proof = sent.proof() == null ? null : fields.choice(proofField, Proof.class, sent.proof());
        var link = fields.link(sent.fieldOf().apply("link"), sent.link(), MAX_LINK);
        if (sent.proof() != null && sent.link() == null) {
            fields.fault(sent.fieldOf().apply("link"), FaultCode.PROOF_WITHOUT_LINK, null, item.label());
        }
        if (sent.link() != null && sent.proof() == null) {
            fields.fault(proofField, FaultCode.LINK_WITHOUT_PROOF, null, item.label());
        }
        boolean whole = proof != null && link != null;
        return state == null ? null : new Answer(item, state, words, whole ? proof : null, whole ? link : null);
    }

    private static void checkRepetition(RawAnswer sent, Item item, Map<String, Item> saidBefore, FieldReader fields) {
        if (sent.words() == null || !AnswerState.GAINED.value().equals(sent.state())) {
            return;
        }
        var first = saidBefore.putIfAbsent(Wording.normal(sent.words()), item);
        if (first != null && !first.equals(item)) {
            fields.fault(sent.fieldOf().apply("words"), FaultCode.WORDS_REPEATED, sent.words(), first.label());
        }
    }
}
