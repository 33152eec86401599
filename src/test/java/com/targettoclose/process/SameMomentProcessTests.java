package com.targettoclose.process;

import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("two conversations of one deal submitted at the same moment")
class SameMomentProcessTests {

    private static final int ROUNDS = 50;

    @Nested
    @OnH2
    class OnH2Database extends SameMoment {

        @Test
        @DisplayName("both succeed on H2, 50 times of 50")
        void both() throws Exception {
            bothSucceed(ROUNDS);
        }
    }

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends SameMoment {

        @Test
        @DisplayName("both succeed on PostgreSQL, 50 times of 50")
        void both() throws Exception {
            bothSucceed(ROUNDS);
        }
    }
}
