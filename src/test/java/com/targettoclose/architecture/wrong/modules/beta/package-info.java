/** A module that is used without leave. */
package com.targettoclose.architecture.wrong.modules.beta;
