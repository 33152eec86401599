package com.targettoclose.crmimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.targettoclose.crmimport.Imports.Result.Received;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.OpportunityFilter;
import com.targettoclose.opportunity.OpportunityLists;
import com.targettoclose.opportunity.Status;
import com.targettoclose.process.people.SalesTeams;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import java.io.IOException;
import java.nio.file.Files;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

/** The export of a real CRM, 8,800 deals: where it is at hand. */
class CrmExportTests {

    @Nested
    @OnH2
    @DirtiesContext
    class OnH2Database extends Export {}

    @Nested
    @OnPostgres
    @DirtiesContext
    class OnPostgresDatabase extends Export {}

    abstract static class Export {

        @Autowired
        Imports imports;

        @Autowired
        ImportWorker worker;

        @Autowired
        OpportunityLists opportunities;

        @Autowired
        Ledger ledger;

        @Autowired
        SalesTeams teams;

        @Autowired
        ManagementService management;

        @BeforeEach
        void atHand() {
            assumeTrue(Files.exists(CrmFiles.EXPORT), "The CRM export is not at " + CrmFiles.EXPORT + ": skipped.");
        }

        @Test
        void everyDealStandsWhereItShould() throws IOException {
            long inTarget = open("target");
            long inDiscovery = open("discovery");
            long jobs = management.createJobQuery().count();
            var sent = CrmFiles.export(Files.readString(CrmFiles.EXPORT.resolve("sales_teams.csv")));
            var id = ((Received) imports.receive(sent, "olga")).view().id();
            worker.work(() -> true);
            var view = imports.find(id, 0, 10).orElseThrow();
            assertThat(view.rejected()).isEmpty();
            assertThat(view.message())
                    .isEqualTo("8,800 rows read: 8,800 created (4,238 won, 2,473 lost, 2,089 running),"
                            + " 0 here already, 0 rejected.");
            assertThat(open("target") - inTarget).isEqualTo(500);
            assertThat(open("discovery") - inDiscovery).isEqualTo(1_589);
            assertThat(management.createJobQuery().count()).isEqualTo(jobs);
            assertThat(teams.managersOf("moses.frase")).containsExactly("dustin.brinkmann");
            assertThat(ledger.check("1C1I7A6R").holds()).isTrue();

            var again = ((Received) imports.receive(sent, "olga")).view().id();
            worker.work(() -> true);
            assertThat(imports.find(again, 0, 10).orElseThrow().message())
                    .isEqualTo("Nothing changed: all 8,800 rows were here already.");
        }

        private long open(String stage) {
            return opportunities.count(new OpportunityFilter(Status.OPEN, stage, null));
        }
    }
}
