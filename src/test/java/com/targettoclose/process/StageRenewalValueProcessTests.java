package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.Unverified;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnH2
@DisplayName("the value of a deal that can be renewed")
class StageRenewalValueProcessTests extends StageProcessTest {

    private static final String REVIEW = "UserTask_ReviewTheValue";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RepositoryService repository;

    StageRenewalValueProcessTests() {
        super("renewal-value", REVIEW);
    }

    @Override
    Deal reached() {
        return deals.openRenewal();
    }

    @Override
    Deal opened() {
        return deals.openRenewal();
    }

    @Override
    Owed earlier() {
        return new Owed("invest", "renewal-decision");
    }

    @Test
    @Override
    @DisplayName("passed at once when everything is held already")
    void passedAtOnce() {
        var deal = reached().gain(REVIEW);
        lead(deal, instances::backToTheMap);
        assertThat(endsOf(deal, "renewal-value")).containsExactly("EndEvent_StagePassed", "EndEvent_StagePassed");
        assertThat(timesEntered(deal, REVIEW)).isOne();
        assertThat(deal.stage()).isEqualTo("renewal-decision");
    }

    @Test
    @Override
    @DisplayName("left for the start of a map that has a stage before it, when that lacks something again")
    void owedEarlier() {
        var roadmap = repository
                .createDeployment()
                .name("A roadmap of somebody's own")
                .addString("decision-first.bpmn", decisionFirst())
                .addClasspathResource("bpmn/stage-renewal-value.bpmn")
                .addClasspathResource("bpmn/stage-renewal-decision.bpmn")
                .addClasspathResource("bpmn/exit-criteria.dmn")
                .addClasspathResource("forms/review-the-value.form")
                .addClasspathResource("forms/agree-the-next-term.form")
                .addClasspathResource("forms/ask-for-the-renewal.form");
        var deployment = Unverified.deploy(engine, roadmap);
        Unverified.commit(jdbc, deployment);
        try {
            var deal = deals.openOnly("50000", "renewal", Deals.REP, "decision-first")
                    .settle()
                    .reach("renewal-value");
            withdraw(deal, earlier().item());
            deal.gain(REVIEW);
            assertThat(timesEntered(deal, "EndEvent_BackToTheMap")).isOne();
            assertThat(deal.openConversations()).containsExactly("UserTask_AgreeTheNextTerm");
            deal.win();
            assertThat(endOf(deal)).isEqualTo("EndEvent_Won");
        } finally {
            repository.deleteDeployment(deployment.getId(), true);
        }
    }

    private static String decisionFirst() {
        try {
            return new ClassPathResource("diagrams/discovery-first.bpmn")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .replace("discovery-first", "decision-first")
                    .replace("stage-discovery", "stage-renewal-decision")
                    .replace("stage-target", "stage-renewal-value");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
