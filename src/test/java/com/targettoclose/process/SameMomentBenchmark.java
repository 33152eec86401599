package com.targettoclose.process;

import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("benchmark")
@DisplayName("two conversations of one deal submitted at the same moment")
class SameMomentBenchmark {

    private static final int ROUNDS = 1_000;

    @Nested
    @OnH2
    class OnH2Database extends SameMoment {

        @Test
        @DisplayName("both succeed on H2, 1,000 times of 1,000")
        void both() throws Exception {
            bothSucceed(ROUNDS);
        }
    }

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends SameMoment {

        @Test
        @DisplayName("both succeed on PostgreSQL, 1,000 times of 1,000")
        void both() throws Exception {
            bothSucceed(ROUNDS);
        }
    }
}
