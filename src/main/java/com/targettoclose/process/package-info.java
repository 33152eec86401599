/** The Camunda side: the contract of the diagrams, delegates, listeners, the form handler, starting and correlating. */
@NullMarked
package com.targettoclose.process;

import org.jspecify.annotations.NullMarked;
