package com.targettoclose.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.TargetToCloseApplication;
import com.targettoclose.testing.SpringTest;
import com.targettoclose.testing.TestDatabase;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The company's login service and passwords side by side: the form offers both. */
@SpringBootTest(
        classes = TargetToCloseApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "t2c.import.background=false",
            "t2c.ledger.key=" + SpringTest.LEDGER_KEY,
            "t2c.passwords.cost=4",
            "t2c.oidc.client-id=" + Issuer.CLIENT,
            "t2c.oidc.client-secret=" + Issuer.CLIENT_SECRET,
            "t2c.oidc.user-claim=preferred_username",
            "t2c.oidc.groups.rep=sales-reps",
            "t2c.oidc.passwords=true",
            "server.shutdown=immediate",
            "logging.level.root=warn",
            "spring.datasource.hikari.minimum-idle=1"
        })
@ContextConfiguration(initializers = TestDatabase.H2.class)
@ActiveProfiles("sample")
class BothWaysInTests {

    private static final Issuer ISSUER = Issuer.start();

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("t2c.oidc.issuer", ISSUER::address);
    }

    @BeforeEach
    void meetTheIssuer() {
        ProcessEngines.registerProcessEngine(engine);
        ISSUER.leadsBackTo(port);
    }

    @AfterAll
    static void stopTheIssuer() {
        ISSUER.stop();
    }

    @Test
    void theFormLeadsToTheLoginServiceToo() {
        assertThat(Visitor.nobody(port).get("/login").getBody())
                .contains("href=\"" + LoginService.BEGIN + "\"", "name=\"password\"");
        var way = Visitor.nobody(port).get(LoginService.BEGIN);
        assertThat(way.getStatusCode().is3xxRedirection()).isTrue();
        assertThat(String.valueOf(way.getHeaders().getLocation())).startsWith(ISSUER.address());
    }

    @Test
    void aPasswordStillOpensTheDoor() {
        assertThat(Visitor.nobody(port).signIn("rep1", SampleUsers.PASSWORD)).endsWith("/");
    }
}
