package com.targettoclose.ledger;

import com.targettoclose.conversation.Choice;

/** What an entry of the ledger says happened. */
public enum EntryKind implements Choice {
    /** The pursuit began. */
    OPENED,
    /** The client gave the item. */
    GAINED,
    /** The item was asked for and not given; an attempt. */
    NOT_YET,
    /** The client said no to the item; an attempt. */
    DECLINED,
    /** The client took the item back. */
    WITHDRAWN,
    /** Somebody asked to pass without some items, and why. */
    WAIVER_ASKED,
    /** A manager let the opportunity pass without the item, until a day. */
    WAIVED,
    /** A manager did not let the opportunity pass without what was asked for. */
    WAIVER_REFUSED,
    /** Nothing was heard from the client for longer than the stage allows. */
    STALLED,
    /** A manager did not say what to do about it, so that the sales leaders do. */
    ESCALATED,
    /** Somebody said what to do about it. */
    COACHED,
    /** The item is older than its exit criterion allows. */
    LAPSED,
    /** The client confirmed what was recorded of the item, or somebody other than the owner checked it. */
    VERIFIED,
    /** The client said in its own words what is not right about the item as it was recorded. It moves nothing by itself. */
    CORRECTED,
    /** A link was made by which the client reads and answers what was recorded of one conversation. */
    RECAP_SENT,
    /** A gate decided. */
    GATE,
    /** An open conversation was closed because nothing was owed in it any more. */
    MOOT,
    /** The opportunity got another owner. */
    HANDED_OVER,
    /** Somebody said, with this opportunity as an example, where the process does not fit. */
    CHANGE_PROPOSED,
    /** The process owner answered such a proposal. */
    CHANGE_ANSWERED,
    /** Value, currency or deal type changed. */
    TERMS,
    /** The opportunity went back to the start of its roadmap. */
    RE_ENTERED,
    /** The opportunity goes on by another edition, from the start of its roadmap. */
    MOVED,
    /** Somebody said that the pursuit ends, and why. */
    CLOSING,
    /** The pursuit ended: won, lost, no decision, disqualified. */
    CLOSED,
    /** A pursuit that had ended goes on. */
    REOPENED,
    /** A person's name and words were erased on request. */
    ERASED,
    /** Operations did something to its process: retry, suspend, resume. */
    OPERATED
}
