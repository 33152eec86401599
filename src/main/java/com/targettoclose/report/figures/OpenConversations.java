package com.targettoclose.report.figures;

/**
 * How many conversations of one kind are open now.
 *
 * @param process the process id of the stage
 * @param task the id of the user task
 */
public record OpenConversations(String process, String task, long open) {}
