package com.targettoclose.process.engine;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import org.h2.api.ErrorCode;

/**
 * H2 closes a file that it could not write to, as on a full disk, and keeps saying so on every connection to it. The pool
 * gives such a connection up; the next one opens the file again, once it can be written.
 */
public final class LeaveClosedDatabase implements SQLExceptionOverride {

    @java.lang.Override
    public Override adjudicate(SQLException thrown) {
        return thrown.getErrorCode() == ErrorCode.DATABASE_IS_CLOSED ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
