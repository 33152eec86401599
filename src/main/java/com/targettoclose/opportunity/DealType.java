package com.targettoclose.opportunity;

import com.targettoclose.conversation.Choice;

/** What kind of deal it is. Only these are known: a type that no requirement names would pass every gate. */
public enum DealType implements Choice {
    NEW_BUSINESS,
    RENEWAL
}
