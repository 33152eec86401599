package com.targettoclose.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.targettoclose.opportunity.Status;
import com.targettoclose.testing.Answers;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.Jobs;
import com.targettoclose.testing.OnH2;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.util.LinkedMultiValueMap;

@OnH2
@ActiveProfiles("sample")
class RightsTests {

    private static final String EARN_THE_MEETING = "UserTask_EarnTheMeeting";
    private static final String ASK_FOR_THE_DECISION = "UserTask_AskForTheDecision";

    @LocalServerPort
    int port;

    @Autowired
    Deals deals;

    @Autowired
    Jobs jobs;

    @Test
    void aRepSeesTheirOwnConversationsAndNobodyElses() {
        deals.open("50000", "new-business", "rep1");
        deals.open("50000", "new-business", "rep2");
        List<String> assignees =
                JsonPath.read(as("rep1").get("/engine-rest/task").getBody(), "$[*].assignee");
        assertThat(assignees).isNotEmpty().containsOnly("rep1");
    }

    @Test
    void aLeaderSeesEverybodysAndOperationsNobodys() {
        deals.open("50000", "new-business", "rep1");
        deals.open("50000", "new-business", "rep2");
        List<String> assignees =
                JsonPath.read(as("leader1").get("/engine-rest/task").getBody(), "$[*].assignee");
        assertThat(assignees).contains("rep1", "rep2");
        assertThat(as("ops1").get("/engine-rest/task").getBody()).isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource({"rep1, 200", "manager1, 200", "rep2, 403", "ops1, 403"})
    void aConversationsFormIsForWhoHoldsItAndWhoLeadsThem(String user, int status) {
        var task = deals.open("50000", "new-business", "rep1").task(EARN_THE_MEETING);
        for (var part : List.of("form-variables", "deployed-form")) {
            var answer = as(user).get("/engine-rest/task/" + task.getId() + "/" + part);
            assertThat(answer.getStatusCode().value()).as(part).isEqualTo(status);
        }
    }

    @Test
    void whatIsKnownReachesTheFormAsJson() {
        var deal = deals.open("50000", "new-business", "rep1").reach("discovery");
        var task = deal.task("UserTask_ExploreTheNeedToChange");
        var variables = as("rep1")
                .get("/engine-rest/task/" + task.getId() + "/form-variables?deserializeValues=false")
                .getBody();
        String known = JsonPath.read(variables, "$.known.value");
        List<String> items = JsonPath.read(known, "$[*].item");
        assertThat(items).hasSize(3);
    }

    @Test
    void aRepSubmitsAConversationUnderTheirOwnName() {
        var deal = deals.open("50000", "new-business", "rep1");
        var task = deal.task(EARN_THE_MEETING);
        assertThat(submit("rep2", task.getId(), deal.answers(EARN_THE_MEETING))).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(submit("rep1", task.getId(), deal.answers(EARN_THE_MEETING))).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(deal.settle().stage()).isEqualTo("discovery");
        String ledger =
                as("rep1").get("/api/opportunities/" + deal.id() + "/ledger").getBody();
        assertThat(ledger).contains("\"rep1\"");
    }

    @Test
    void aRepWhoIsToldNoEndsThePursuit() {
        var deal = deals.open("50000", "new-business", "rep1").reach("negotiation");
        var answers = deal.answers(ASK_FOR_THE_DECISION).declined(deals.item("decide"));
        assertThat(submit("rep1", deal.task(ASK_FOR_THE_DECISION).getId(), answers))
                .isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(deal.settle().status()).isEqualTo(Status.LOST);
    }

    @Test
    void aRepStartsWhatTasklistOffersAndNothingElse() {
        var rep = as("rep1");
        var startable = rep.get("/engine-rest/process-definition?latest=true&startablePermissionCheck=true"
                        + "&startableInTasklist=true")
                .getBody();
        List<String> keys = JsonPath.read(startable, "$[*].key");
        assertThat(keys)
                .containsExactlyInAnyOrder(
                        "open-an-opportunity",
                        "record-a-conversation",
                        "report-a-setback",
                        "close-an-opportunity",
                        "ask-for-waiver",
                        "reopen-an-opportunity",
                        "change-the-terms",
                        "hand-over",
                        "propose-a-change");
        var roadmap = "/engine-rest/process-definition/key/target-to-close/start";
        assertThat(rep.send(HttpMethod.POST, roadmap, Map.of(), Map.of()).getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        var opening = Map.of("variables", Map.of("account", Map.of("value", "Quill & Harrow", "type", "String")));
        var opened = "/engine-rest/process-definition/key/open-an-opportunity/submit-form";
        assertThat(rep.send(HttpMethod.POST, opened, opening, Map.of()).getStatusCode())
                .isEqualTo(HttpStatus.OK);
        assertThat(rep.get("/api/opportunities?size=200").getBody()).contains("Quill & Harrow");
    }

    @ParameterizedTest
    @CsvSource({"ops1, 204", "admin, 403", "owner1, 403", "leader1, 403", "rep1, 403"})
    void operationsRetriesJobs(String user, int status) {
        var deal = deals.openOnly("50000", "new-business", "rep1");
        var job = jobs.executable(deal.id()).get(0);
        var retry = "/engine-rest/job/" + job.getId() + "/retries";
        var answer = as(user).send(HttpMethod.PUT, retry, Map.of("retries", 2), Map.of());
        assertThat(answer.getStatusCode().value()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"ops1", "owner1", "leader1", "rep1"})
    void nobodyLeadsAnInstanceAroundItsGates(String user) {
        var deal = deals.open("50000", "new-business", "rep1");
        var instance = deal.opportunity().instance().id();
        var who = as(user);
        assertThat(who.send("DELETE", "/engine-rest/process-instance/" + instance)
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        var cancel = Map.of("instructions", List.of(Map.of("type", "cancel", "activityId", "CallActivity_Target")));
        var modify = "/engine-rest/process-instance/" + instance + "/modification";
        assertThat(who.send(HttpMethod.POST, modify, cancel, Map.of()).getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    @ParameterizedTest
    @CsvSource({"owner1, 200", "admin, 403", "ops1, 403", "leader1, 403", "rep1, 403"})
    void theProcessOwnerDeploys(String user, int status) {
        var answer = as(user).send(HttpMethod.POST, "/engine-rest/deployment/create", deployment(), Map.of());
        assertThat(answer.getStatusCode().value()).isEqualTo(status);
    }

    @Test
    void aManagerCompletesNoConversationOfTheRepsTheyLead() {
        var deal = deals.open("50000", "new-business", "rep1");
        var task = deal.task(EARN_THE_MEETING).getId();
        assertThat(submit("manager1", task, deal.answers(EARN_THE_MEETING))).isEqualTo(HttpStatus.FORBIDDEN);
        var ways = Map.of(
                "complete", Map.of(), "claim", Map.of("userId", "manager1"), "bpmnError", Map.of("errorCode", "any"));
        ways.forEach((way, body) -> assertThat(as("manager1")
                        .send(HttpMethod.POST, "/engine-rest/task/" + task + "/" + way, body, Map.of())
                        .getStatusCode())
                .as(way)
                .isIn(HttpStatus.FORBIDDEN, HttpStatus.CONFLICT));
    }

    private Visitor as(String user) {
        return Visitor.program(port, user, SampleUsers.PASSWORD);
    }

    private HttpStatusCode submit(String user, String taskId, Answers answers) {
        Map<String, Object> variables = new HashMap<>();
        answers.fields().forEach((name, value) -> variables.put(name, Map.of("value", value)));
        return as(user).send(
                        HttpMethod.POST,
                        "/engine-rest/task/" + taskId + "/submit-form",
                        Map.of("variables", variables),
                        Map.of())
                .getStatusCode();
    }

    private static HttpEntity<?> deployment() {
        var form = "{\"id\": \"harmless\", \"type\": \"default\", \"components\": []}";
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("deployment-name", "harmless");
        parts.add("data", new ByteArrayResource(form.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "harmless.form";
            }
        });
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.MULTIPART_FORM_DATA);
        return new HttpEntity<>(parts, headers);
    }
}
