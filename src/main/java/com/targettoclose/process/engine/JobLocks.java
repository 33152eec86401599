package com.targettoclose.process.engine;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which node has taken which job, in the engine's own table. */
@Repository
class JobLocks {

    private final JdbcClient jdbc;

    JobLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets other nodes have what one has taken. A job that it is at all the same is done once: who comes second has lost a race. */
    int release(String owner) {
        return jdbc.sql("""
                        update act_ru_job set lock_owner_ = null, lock_exp_time_ = null
                        where lock_owner_ = :owner""").param("owner", owner).update();
    }
}
