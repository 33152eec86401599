/** What somebody starts in Tasklist: reading the start form, and filling in what can be chosen in it. */
@NullMarked
package com.targettoclose.process.startforms;

import org.jspecify.annotations.NullMarked;
