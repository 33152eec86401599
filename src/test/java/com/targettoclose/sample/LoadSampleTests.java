package com.targettoclose.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.ledger.Entry;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.ledger.Provenance;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.testing.Jobs;
import com.targettoclose.testing.OnH2;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.test.context.ActiveProfiles;

@OnH2
@ActiveProfiles("sample")
class LoadSampleTests {

    @Autowired
    Opportunities opportunities;

    @Autowired
    Ledger ledger;

    @Autowired
    Jobs jobs;

    @Autowired
    LoadSample sample;

    @ParameterizedTest
    @CsvSource({
        "brannholm, rep1, target",
        "tessaly, rep1, discovery",
        "orrin-vale, rep1, diagnosis",
        "kestrel-ridge, rep2, discovery",
        "lumeno, rep2, presentation",
        "saltmarsh, rep2, negotiation"
    })
    void standsInItsStage(String id, String owner, String stage) {
        jobs.run(id);
        var opportunity = opportunities.find(id).orElseThrow();
        assertThat(opportunity.owner()).isEqualTo(owner);
        assertThat(opportunity.stage()).isEqualTo(stage);
        assertThat(ledger.check(id).holds()).isTrue();
        assertThat(ledger.history(id).entries())
                .extracting(Entry::content)
                .extracting(content -> content.provenance())
                .filteredOn(Objects::nonNull)
                .allMatch(provenance -> provenance == Provenance.TIMELY);
    }

    @Test
    void isLoadedOnce() throws Exception {
        sample.run(new DefaultApplicationArguments());
        assertThat(ledger.history("saltmarsh").entries().stream()
                        .filter(entry -> "opened".equals(entry.content().kind().value())))
                .hasSize(1);
    }
}
