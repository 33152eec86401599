package com.targettoclose.ledger.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.testing.Deals;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import com.targettoclose.testing.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("the sweep of the ledgers")
class SweepLedgersTests {

    @Nested
    @OnH2
    @DisplayName("on H2")
    class OnH2Database extends Swept {}

    @Nested
    @OnPostgres
    @DisplayName("on PostgreSQL")
    class OnPostgresDatabase extends Swept {}

    abstract static class Swept {

        @Autowired
        SweepLedgers sweep;

        @Autowired
        SweepTable table;

        @Autowired
        Deals deals;

        @Autowired
        TestClock clock;

        @Autowired
        JdbcTemplate sql;

        @Test
        @DisplayName("finds a ledger that somebody changed, and says no more of it once it is mended")
        void findsWhatIsBroken() {
            var deal = deals.open();
            long before = round();
            var mac =
                    sql.queryForObject("select ledger_mac from t2c_opportunity where id = ?", String.class, deal.id());
            keepMac(deal.id(), new StringBuilder(mac).reverse().toString());
            assertThat(round()).isEqualTo(before + 1);
            keepMac(deal.id(), mac);
            round();
            assertThat(round()).isEqualTo(before);
        }

        @Test
        @DisplayName("is one node's at a time, and anybody's once that node has not come back")
        void isOneNodesAtATime() {
            deals.open();
            var now = clock.instant();
            var far = table.read();
            assertThat(table.take(now, now.plus(Duration.ofMinutes(5)))).contains(far);
            sweep.look();
            assertThat(sweep.state()).isEqualTo(far);
            clock.advance(Duration.ofMinutes(5));
            sweep.look();
            assertThat(sweep.state()).isNotEqualTo(far);
        }

        private void keepMac(String id, String mac) {
            sql.update("update t2c_opportunity set ledger_mac = ? where id = ?", mac, id);
        }

        /** Sweeps until the next round would begin, and says how many chains are known to be broken. */
        private long round() {
            do {
                sweep.look();
            } while (!sweep.state().lastId().isEmpty());
            return sweep.state().knownBroken();
        }
    }
}
