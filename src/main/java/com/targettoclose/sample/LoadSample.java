package com.targettoclose.sample;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.targettoclose.opportunity.OpportunityFilter;
import com.targettoclose.opportunity.OpportunityLists;
import com.targettoclose.process.OneNodeAtATime;
import com.targettoclose.process.conversations.RecordConversation;
import com.targettoclose.process.opening.OpenOpportunities;
import com.targettoclose.process.opening.OpenOpportunities.Result;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the sample into a database without opportunities, all or nothing, and by one node where
 * several start together. What their conversations yielded is recorded as
 * any evidence is, and the gates decide where each of them stands.
 */
@Component
@Profile("sample")
@Order(1)
class LoadSample implements ApplicationRunner {

    private static final String SAMPLE = "sample/opportunities.json";

    private final OpportunityLists opportunities;
    private final OpenOpportunities openOpportunities;
    private final RecordConversation recordConversation;
    private final OneNodeAtATime oneNode;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;
    private final Clock clock;

    LoadSample(
            OpportunityLists opportunities,
            OpenOpportunities openOpportunities,
            RecordConversation recordConversation,
            OneNodeAtATime oneNode,
            TransactionTemplate transaction,
            ObjectMapper json,
            Clock clock) {
        this.opportunities = opportunities;
        this.openOpportunities = openOpportunities;
        this.recordConversation = recordConversation;
        this.oneNode = oneNode;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        var sample = json.readValue(
                new ClassPathResource(SAMPLE).getContentAsByteArray(), new TypeReference<List<SampleOpportunity>>() {});
        oneNode.run(() -> loadWhereThereIsNone(sample));
    }

    private void loadWhereThereIsNone(List<SampleOpportunity> sample) {
        if (opportunities.count(new OpportunityFilter(null, null, null)) > 0) {
            return;
        }
        transaction.executeWithoutResult(status -> sample.forEach(this::load));
    }

    private void load(SampleOpportunity sample) {
        if (openOpportunities.open(sample.opening(), sample.owner()) instanceof Result.NotOpened notOpened) {
            throw refused(sample, notOpened.refusal().sentence());
        }
        var today = LocalDate.now(clock);
        for (var held : sample.conversations()) {
            recordConversation
                    .record(sample.id(), held.asSent(today), null, sample.owner())
                    .ifPresent(refusal -> {
                        throw refused(sample, refusal.sentence());
                    });
        }
    }

    private static IllegalStateException refused(SampleOpportunity sample, String sentence) {
        return new IllegalStateException("The sample's opportunity " + sample.id() + " was refused: " + sentence);
    }
}
