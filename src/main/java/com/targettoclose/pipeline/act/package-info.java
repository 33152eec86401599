/** What can be done with an opportunity from its page: small forms, each of which does what the HTTP interface does too. */
@NullMarked
package com.targettoclose.pipeline.act;

import org.jspecify.annotations.NullMarked;
