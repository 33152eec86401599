/** Brings a CRM's export into the ledger: open deals stand in their stage, closed ones become history. */
@NullMarked
package com.targettoclose.crmimport;

import org.jspecify.annotations.NullMarked;
