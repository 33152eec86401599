package com.targettoclose.security.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.testing.Deals;
import com.targettoclose.testing.Http;
import com.targettoclose.testing.OnH2;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An expression in a query runs for whoever may query: what a rep can send here, anybody can. */
@OnH2
@DisplayName("a query may ask for currentUser(), currentUserGroups() and now(), and nothing else")
class QueriesTests {

    @LocalServerPort
    int port;

    @Autowired
    Deals deals;

    private Http rep;

    @BeforeEach
    void aRep() {
        deals.user("querying");
        rep = new Http(port, "querying", "Only4Tests-querying");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass().forName('java.lang.System').getProperty('user.name')}",
                "#{execution.processEngineServices}",
                "${opportunity.owner(null)}",
                "${verifyExitCriteria}",
                "${dateTime()}",
                "${anything}",
                "${currentUser() == 'querying'}",
                "x${currentUser()}",
                "${currentUser("
            })
    void isRefused(String expression) {
        for (var query : List.<Map<String, Object>>of(
                Map.of("assigneeExpression", expression),
                Map.of("orQueries", List.of(Map.of("assigneeExpression", expression))))) {
            for (var path : List.of("/engine-rest/task", "/engine-rest/task/count")) {
                var answer = rep.post(path, query);
                assertThat(answer.status()).as(answer.body().toString()).isBetween(400, 499);
                assertThat(answer.body().path("message").asText()).doesNotContain("Exception", "ENGINE-");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "assigneeExpression, ${currentUser()}",
        "candidateGroupsExpression, ${currentUserGroups()}",
        "dueBeforeExpression, ${now()}"
    })
    void isAnswered(String field, String expression) {
        var query = Map.of("orQueries", List.of(Map.of(field, expression)));
        assertThat(rep.post("/engine-rest/task/count", query).status()).isEqualTo(200);
    }
}
