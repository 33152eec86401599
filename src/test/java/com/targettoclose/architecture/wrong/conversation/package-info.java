/** Breaks the rule of the conversation package on purpose. */
package com.targettoclose.architecture.wrong.conversation;
