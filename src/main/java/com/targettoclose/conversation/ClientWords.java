package com.targettoclose.conversation;

import org.jspecify.annotations.Nullable;

/** Whether what was written down can stand for the client's own words about an item. */
final class ClientWords {

    private ClientWords() {}

    /** Notes a fault where the words are missing, only repeat the item's label, or are too few to say anything. */
    static void check(String field, @Nullable String words, Item item, FaultCode missing, FieldReader fields) {
        if (words == null) {
            fields.fault(field, missing, null, item.label());
        } else if (Wording.same(words, item.label())) {
            fields.fault(field, FaultCode.WORDS_ARE_THE_LABEL, words, item.label());
        } else if (Wording.count(words) < Wording.ENOUGH) {
            fields.fault(field, FaultCode.TOO_FEW_WORDS, words, item.label());
        }
    }
}
