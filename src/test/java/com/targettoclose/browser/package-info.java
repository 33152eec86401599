/** The application as a person meets it: in Chromium, with the eyes and hands of a rep. Pictures land in {@code target/screenshots}. */
package com.targettoclose.browser;
