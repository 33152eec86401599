/** A sales force at work on two nodes of which each may end at any moment, and what is left of it in the ledgers. */
package com.targettoclose.chaos;
