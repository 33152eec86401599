/** The engine as this application runs it: how it starts, the listeners that every diagram gets, and how its errors read. */
@NullMarked
package com.targettoclose.process.engine;

import org.jspecify.annotations.NullMarked;
