/** What tests share: both databases, a clock to move, jobs to run, deals to tell stories with. */
package com.targettoclose.testing;
