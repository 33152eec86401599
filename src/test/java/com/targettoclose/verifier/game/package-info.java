/** Plays diagrams token by token, over every state of the items: what they do, found without asking any rule. */
package com.targettoclose.verifier.game;
