package com.targettoclose.architecture.wrong.conversation;

import org.springframework.util.StringUtils;

/** A conversation that leans on a framework. */
public class FrameworkConversation {

    public boolean said(String words) {
        return StringUtils.hasText(words);
    }
}
