package com.targettoclose.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.opportunity.Status;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** That the tests' own ground holds: the database asked for, and a deal that goes from target to close. */
class SpringTestTests {

    @Nested
    @OnH2
    class OnH2Database extends Ground {
        OnH2Database() {
            super("H2");
        }
    }

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Ground {
        OnPostgresDatabase() {
            super("PostgreSQL");
        }
    }

    abstract static class Ground {

        private final String product;

        @Autowired
        DataSource database;

        @Autowired
        Deals deals;

        @Autowired
        TestClock clock;

        Ground(String product) {
            this.product = product;
        }

        @Test
        void runsOnTheDatabaseAskedFor() throws SQLException {
            try (var connection = database.getConnection()) {
                assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo(product);
            }
        }

        @Test
        void aDealGoesFromTargetToCloseAndOn() {
            var deal = deals.open();
            assertThat(deal.stage()).isEqualTo("target");
            deal.win();
            assertThat(deal.stage()).isEqualTo("execution");
            deal.gain(deal.openConversations().get(0));
            assertThat(deal.status()).isEqualTo(Status.WON);
            assertThat(deal.stage()).isNull();
            assertThat(deal.openConversations()).isEmpty();
            assertThat(deal.adherence()).hasValue(1.0);
            assertThat(deal.opportunity().closedOn()).isEqualTo(TestClock.TODAY);
        }
    }
}
