package com.targettoclose.report.facts;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one row whose lock lets one node at a time feed the read models, and which says what they hold. */
@Repository
class Feed {

    private final JdbcClient jdbc;

    Feed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for its turn, until the transaction ends, and says which version of the facts the read models hold. */
    int lock() {
        return jdbc.sql("select model_version from t2c_report_feed where one = 1 for update")
                .query(Integer.class)
                .single();
    }

    /** Notes that the read models hold facts of this version from now on. */
    void holds(int version) {
        jdbc.sql("update t2c_report_feed set model_version = :version where one = 1")
                .param("version", version)
                .update();
    }

    /** Notes that what the read models hold has changed. */
    void changed() {
        jdbc.sql("update t2c_report_feed set change_number = change_number + 1 where one = 1")
                .update();
    }

    /** How often it has changed: what was worked out of the same number is still right. */
    long changes() {
        return jdbc.sql("select change_number from t2c_report_feed where one = 1")
                .query(Long.class)
                .single();
    }
}
