package com.targettoclose.conversation;

/** Why an input is refused. */
public enum FaultCode implements Choice {
    /** A field that must be filled is empty. */
    MISSING,
    /** A field that nobody declared. */
    UNDECLARED,
    /** Not one of the values that may be entered; detail lists them. */
    NOT_A_CHOICE,
    /** Not a date as the detail describes it. */
    NOT_A_DATE,
    /** A day that has not come yet. */
    IN_THE_FUTURE,
    /** A next step that lies before today. */
    IN_THE_PAST,
    /** More characters than the detail allows. */
    TOO_LONG,
    /** No item was answered. */
    NOTHING_ANSWERED,
    /** Marked gained without naming who at the client said so; detail is the item's label. */
    GAINED_WITHOUT_CONTACT,
    /** Marked gained without the client's words; detail is the item's label. */
    GAINED_WITHOUT_WORDS,
    /** Taken back without what the client said; detail is the item's label. */
    WITHDRAWN_WITHOUT_WORDS,
    /** An item that the client has not given cannot be taken back; detail lists what it has given. */
    NOT_HELD,
    /** A check of an item that the client has not given; detail lists what it has given. */
    NOT_TO_CHECK,
    /** A waiver for an item that is not owed; detail lists what is. */
    NOT_OWED,
    /** A waiver for an item that nobody may waive. */
    NOT_WAIVABLE,
    /** A waiver for an item that was asked for already and waits for its decision. */
    ASKED_ALREADY,
    /** A day after the one on which a waiver expires; detail is that day. */
    AFTER_EXPIRY,
    /** Words of fewer than four words; detail is the item's label. */
    TOO_FEW_WORDS,
    /** The words only say the item's label again; detail is that label. */
    WORDS_ARE_THE_LABEL,
    /** The same words stand at another item; detail is the other item's label. */
    WORDS_REPEATED,
    /** Proof is named, but not where to see it; detail is the item's label. */
    PROOF_WITHOUT_LINK,
    /** A link is given, but not what it shows; detail is the item's label. */
    LINK_WITHOUT_PROOF,
    /** Not an http or https address. */
    NOT_A_LINK,
    /** No conversation of this roadmap generates that item; detail lists what there is. */
    UNKNOWN_ITEM,
    /** The item is answered twice in one conversation. */
    ANSWERED_TWICE,
    /** Not a number. */
    NOT_A_NUMBER,
    /** Not a whole number between the limits that detail names. */
    OUT_OF_RANGE,
    /** Below zero. */
    NEGATIVE,
    /** Not a three-letter currency code. */
    NOT_A_CURRENCY,
    /** A value without its currency. */
    VALUE_WITHOUT_CURRENCY,
    /** No such user. */
    UNKNOWN_USER,
    /** No such roadmap; detail lists what there is. */
    UNKNOWN_ROADMAP,
    /** A deal of this type does not run on the roadmap; detail is the roadmap. */
    NOT_ON_THIS_ROADMAP,
    /** An id with characters that an address cannot carry; detail says which may be used. */
    NOT_AN_ID,
    /** The body is not what was asked for; detail says where it breaks. */
    UNREADABLE,
    /** A column that the file does not have; detail lists what it has. */
    UNKNOWN_COLUMN,
    /** Not a pattern that writes and reads a whole date. */
    NOT_A_DATE_FORMAT,
    /** A row with more or fewer fields than the header; detail is how many the header has. */
    FIELD_COUNT,
    /** Closed, but without the day on which; detail is the status. */
    CLOSED_WITHOUT_DATE,
    /** The row could not be recorded; detail says why. */
    NOT_RECORDED,
    /** A stage of the CRM that the mapping does not explain; detail lists those it does. */
    UNKNOWN_STAGE,
    /** The id stands in this file twice; detail is the first line. */
    DUPLICATE_ID,
    /** A day after which another should lie, but does not; detail is the other day. */
    BEFORE_OPENED
}
