/** Breaks the rule of the gate package on purpose. */
package com.targettoclose.architecture.wrong.gate;
