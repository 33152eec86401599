package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.process.opening.OpenOpportunities;
import com.targettoclose.process.opening.OpenOpportunities.Opening;
import com.targettoclose.process.opening.OpenOpportunities.Result.Opened;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.Unverified;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnH2
@DisplayName("target")
class StageTargetProcessTests extends StageProcessTest {

    private static final String EARN = "UserTask_EarnTheMeeting";

    @Autowired
    OpenOpportunities openOpportunities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RepositoryService repository;

    @Autowired
    ProcessEngine engine;

    StageTargetProcessTests() {
        super("target", EARN);
    }

    @Override
    Deal reached() {
        return deals.open();
    }

    @Override
    Owed earlier() {
        return new Owed("change", "discovery");
    }

    @Test
    @Override
    @DisplayName("passed at once when everything is held already")
    void passedAtOnce() {
        var deal = deals.open().gain(EARN);
        lead(deal, instances::backToTheMap);
        assertThat(endsOf(deal, "target")).containsExactly("EndEvent_StagePassed", "EndEvent_StagePassed");
        assertThat(timesEntered(deal, EARN)).isOne();
        assertThat(deal.stage()).isEqualTo("discovery");
    }

    @Test
    @Override
    @DisplayName("left for the start of a map that has a stage before it, when that lacks something again")
    void owedEarlier() {
        var roadmap = repository
                .createDeployment()
                .name("A roadmap of somebody's own")
                .addClasspathResource("diagrams/discovery-first.bpmn")
                .addClasspathResource("bpmn/stage-discovery.bpmn")
                .addClasspathResource("bpmn/stage-target.bpmn")
                .addClasspathResource("bpmn/exit-criteria.dmn")
                .addClasspathResource("forms/earn-the-meeting.form")
                .addClasspathResource("forms/explore-the-need-to-change.form")
                .addClasspathResource("forms/establish-why-change-why-now.form");
        var deployment = Unverified.deploy(engine, roadmap);
        Unverified.commit(jdbc, deployment);
        try {
            var deal = openOnDiscoveryFirst();
            assertThat(deal.stage()).isEqualTo("discovery");
            deal.reach("target");
            withdraw(deal, earlier().item());
            deal.gain(EARN);
            assertThat(timesEntered(deal, "EndEvent_BackToTheMap")).isOne();
            assertThat(deal.openConversations()).containsExactly("UserTask_EstablishWhyChangeWhyNow");
            deal.win();
            assertThat(endOf(deal)).isEqualTo("EndEvent_Won");
        } finally {
            repository.deleteDeployment(deployment.getId(), true);
        }
    }

    @Test
    @DisplayName("a small deal need not know what the client gains from meeting")
    void smallDeal() {
        var small = deals.open("9999.99", "new-business");
        assertThat(plan(small, EARN, "planOwed"))
                .isEqualTo("- We can say why we may fit this client\n- The client will meet us");
        small.submit(EARN, small.answers(EARN).without(deals.item("value-for-client")));
        assertThat(small.stage()).isEqualTo("discovery");
    }

    @Test
    @DisplayName("a renewal owes nothing")
    void renewal() {
        var renewal = deals.open("50000", "renewal");
        assertThat(endsOf(renewal, "target")).containsExactly("EndEvent_StagePassed");
        assertThat(timesEntered(renewal, EARN)).isZero();
    }

    private Deal openOnDiscoveryFirst() {
        deals.user(Deals.REP);
        var opening =
                new Opening(null, "Northwind Traders", Deals.REP, null, null, null, null, "discovery-first", null);
        var opened = (Opened) openOpportunities.open(opening, Deals.REP);
        return deals.deal(opened.opportunity().id()).settle();
    }
}
