package com.targettoclose.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.util.LinkedMultiValueMap;

/** What the engine's REST interface offers besides the forms, asked for over both its paths. */
@OnH2
@ActiveProfiles("sample")
@DisplayName("over HTTP")
class GuardOverHttpTests {

    private static final String PROGRAMS = "/engine-rest";
    private static final String WEBAPPS = "/camunda/api/engine/engine/default";
    private static final String EXPLORE = "UserTask_ExploreTheNeedToChange";
    private static final String FORGED = "'variables': {'exitCriteria': {'value': 'met', 'type': 'String'}}";

    private static final List<String> CALLS = List.of(
            "POST /task/TASK/complete {" + FORGED + "}",
            "POST /task/TASK/complete {}",
            "POST /task/TASK/resolve {" + FORGED + "}",
            "POST /task/TASK/submit-form {" + FORGED + "}",
            "POST /task/TASK/submit-form {'variables': {'contact': {'value': '{}', 'type': 'Object', 'valueInfo':"
                    + " {'objectTypeName': 'java.util.HashMap', 'serializationDataFormat': 'application/json'}}}}",
            "POST /task/TASK/bpmnError {'errorCode': 'back-to-the-map'}",
            "POST /task/TASK/bpmnEscalation {'escalationCode': 'any'}",
            "POST /task/TASK/delegate {'userId': 'rep2'}",
            "POST /task/TASK/assignee {'userId': 'rep2'}",
            "POST /task/TASK/unclaim",
            "POST /task/TASK/claim {'userId': 'rep2'}",
            "PUT /task/TASK {'name': 'Nothing to do', 'assignee': 'rep2'}",
            "DELETE /task/TASK",
            "POST /filter/create {'resourceType': 'Task', 'name': 'forged', 'query': {'assigneeExpression':"
                    + " '${execution.processEngineServices}'}}",
            "POST /filter/create {'resourceType': 'Task', 'name': 'forged', 'query': {'orQueries':"
                    + " [{'assigneeExpression': '${currentUser().bytes}'}]}}",
            "POST /task/create {'id': 'forged-task', 'name': 'forged'}",
            "POST /task/TASK/identity-links {'userId': 'rep2', 'type': 'candidate'}",
            "POST /task/TASK/comment/create {'message': '<script>alert(1)</script>'}",
            "PUT /task/TASK/variables/exitCriteria {'value': 'met', 'type': 'String'}",
            "POST /task/TASK/localVariables {'modifications': {'exitCriteria': {'value': 'met'}}}",
            "DELETE /task/TASK/variables/exitCriteria",
            "POST /process-definition/key/target-to-close/start {'businessKey': 'DEAL'}",
            "POST /process-definition/key/stage-negotiation/start {'businessKey': 'DEAL'}",
            "POST /process-definition/key/target-to-close/start {'startInstructions': [{'type':"
                    + " 'startBeforeActivity', 'activityId': 'CallActivity_Negotiation'}]}",
            "POST /process-definition/key/stage-execution/submit-form {'businessKey': 'DEAL'}",
            "POST /process-definition/key/open-an-opportunity/submit-form {'businessKey': 'DEAL', 'variables':"
                    + " {'account': {'value': 'x'}}}",
            "POST /process-definition/key/open-an-opportunity/submit-form {'variables': {'account': {'value': 'x'},"
                    + " 'owner': {'value': 'rep2'}}}",
            "POST /process-instance/STAGE/modification {'instructions': [{'type': 'startAfterActivity', 'activityId':"
                    + " 'UserTask_ExploreTheNeedToChange'}]}",
            "POST /process-instance/STAGE/modification-async {'instructions': [{'type': 'startAfterActivity',"
                    + " 'activityId': 'UserTask_ExploreTheNeedToChange'}]}",
            "POST /modification/execute {'processDefinitionId': 'DEFINITION', 'processInstanceIds': ['STAGE'],"
                    + " 'instructions': [{'type': 'cancel', 'activityId': 'UserTask_ExploreTheNeedToChange'}]}",
            "POST /process-definition/DEFINITION/restart {'processInstanceIds': ['STAGE'], 'instructions': [{'type':"
                    + " 'startBeforeActivity', 'activityId': 'EndEvent_StagePassed'}]}",
            "POST /migration/generate {'sourceProcessDefinitionId': 'DEFINITION', 'targetProcessDefinitionId':"
                    + " 'DEFINITION'}",
            "POST /message {'messageName': 'opportunity-lost', 'processInstanceId': 'ROOT'}",
            "POST /message {'messageName': 'back-to-the-map', 'businessKey': 'DEAL', 'all': true}",
            "POST /process-instance/message-async {'messageName': 'opportunity-lost', 'processInstanceIds': ['ROOT']}",
            "POST /signal {'name': 'any'}",
            "POST /execution/EXECUTION/signal {" + FORGED + "}",
            "POST /execution/EXECUTION/messageSubscriptions/opportunity-lost/trigger {}",
            "POST /condition {" + FORGED + "}",
            "PUT /process-instance/STAGE/variables/exitCriteria {'value': 'met', 'type': 'String'}",
            "POST /process-instance/variables-async {'processInstanceIds': ['STAGE'], " + FORGED + "}",
            "PUT /execution/EXECUTION/localVariables/owed {'value': 'x', 'type': 'String'}",
            "DELETE /process-instance/ROOT?skipCustomListeners=true",
            "POST /process-instance/delete {'processInstanceIds': ['ROOT'], 'deleteReason': 'forged'}",
            "PUT /process-instance/suspended {'processInstanceIds': ['ROOT'], 'suspended': true}",
            "PUT /process-definition/key/stage-discovery/suspended {'suspended': true, 'includeProcessInstances':"
                    + " true}",
            "PUT /process-definition/DEFINITION/history-time-to-live {'historyTimeToLive': 0}",
            "DELETE /process-definition/DEFINITION?cascade=true",
            "DELETE /deployment/DEPLOYMENT?cascade=true",
            "PUT /job/any/duedate {'duedate': '2020-01-01T00:00:00.000+0000'}",
            "DELETE /job/any",
            "PUT /job/suspended {'processDefinitionKey': 'stage-discovery', 'suspended': true}",
            "POST /job/retries {'jobIds': ['any'], 'retries': 1}",
            "DELETE /history/process-instance/ROOT",
            "POST /history/process-instance/delete {'historicProcessInstanceIds': ['ROOT']}",
            "POST /history/process-instance/set-removal-time {'historicProcessInstanceIds': ['ROOT'],"
                    + " 'absoluteRemovalTime': '2020-01-01T00:00:00.000+0000'}",
            "POST /history/cleanup?immediatelyDue=true",
            "POST /decision-definition/key/exit-criteria/evaluate {" + FORGED + "}",
            "PUT /external-task/any/retries {'retries': 1}",
            "POST /incident {'configuration': 'x'}");

    @LocalServerPort
    int port;

    @Autowired
    Deals deals;

    @Autowired
    Ledger ledger;

    @Autowired
    TestClock clock;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    RepositoryService repository;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    private final ObjectMapper json = new ObjectMapper();
    private Deal deal;
    private Task task;

    @BeforeEach
    void reachDiscovery() {
        deal = deals.open("50000", "new-business", "rep1").reach("discovery");
        task = deal.task(EXPLORE);
    }

    @ParameterizedTest(name = "{0} gets around nothing on either path")
    @ValueSource(strings = {"rep1", "leader1", "ops1", "admin"})
    void getsAroundNothing(String user) {
        var before = state();
        var program = Visitor.program(port, user, SampleUsers.PASSWORD);
        var person = Visitor.person(port, user, SampleUsers.PASSWORD);
        person.get("/camunda/app/tasklist/default/");
        var softly = new SoftAssertions();
        for (var call : CALLS) {
            assertRefused(softly, call, send(program, PROGRAMS, call, Map.of()));
            assertRefused(softly, call, send(person, WEBAPPS, call, person.webappToken()));
        }
        softly.assertAll();
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0} cannot retry, suspend or deploy")
    @CsvSource({"rep1", "manager1", "leader1", "admin"})
    void operationsAlone(String user) {
        var before = state();
        var softly = new SoftAssertions();
        var program = Visitor.program(port, user, SampleUsers.PASSWORD);
        for (var call : List.of(
                "PUT /job/any/retries {'retries': 1}", "PUT /process-instance/STAGE/suspended {'suspended': true}")) {
            assertRefused(softly, call, send(program, PROGRAMS, call, Map.of()));
        }
        assertRefused(softly, "deploy", deploy(user, "empty.form", "{}"));
        softly.assertAll();
        assertThat(state()).isEqualTo(before);
    }

    @Test
    @DisplayName("operations suspends and resumes in the open, and a rep hears of it")
    void suspended() {
        var ops = Visitor.program(port, "ops1", SampleUsers.PASSWORD);
        var rep = Visitor.program(port, "rep1", SampleUsers.PASSWORD);
        assertThat(send(ops, PROGRAMS, "PUT /process-instance/STAGE/suspended {'suspended': true}", Map.of())
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
        var refused =
                rep.send(HttpMethod.POST, PROGRAMS + "/task/" + task.getId() + "/submit-form", answers(), Map.of());
        assertThat(refused.getStatusCode().value()).isEqualTo(409);
        assertThat(refused.getBody()).contains("Operations has suspended");
        assertThat(send(ops, PROGRAMS, "PUT /process-instance/STAGE/suspended {'suspended': false}", Map.of())
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
        var operated = deal.history().entries().stream()
                .filter(entry -> entry.kind() == EntryKind.OPERATED)
                .toList();
        assertThat(operated)
                .extracting(entry -> entry.content().detail().get("operation"))
                .containsExactly("suspend", "resume");
        assertThat(operated).allMatch(entry -> entry.recordedBy().equals("ops1"));
        assertThat(ledger.check(deal.id()).holds()).isTrue();
    }

    @Test
    @DisplayName("who comes second hears who was first, and when")
    void second() {
        var rep = Visitor.program(port, "rep1", SampleUsers.PASSWORD);
        var path = PROGRAMS + "/task/" + task.getId() + "/submit-form";
        assertThat(rep.send(HttpMethod.POST, path, answers(), Map.of())
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
        var second = rep.send(HttpMethod.POST, path, answers(), Map.of());
        assertThat(second.getStatusCode().value()).isEqualTo(409);
        assertThat(second.getBody())
                .contains("This conversation was completed already, by rep1 on 2026-03-02 at 09:00.");
    }

    @Test
    @DisplayName("a deployment that carries code is refused with every place named")
    void code() {
        var before = state();
        var refused = deploy("owner1", "forged.bpmn", """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="x">
                  <process id="forged" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <startEvent id="Start" /><serviceTask id="Class" camunda:class="java.lang.Object" />
                    <scriptTask id="Script" scriptFormat="javascript"><script>1</script></scriptTask>
                    <userTask id="Task" camunda:assignee="${''.getClass()}" />
                  </process>
                </definitions>""");
        assertThat(refused.getStatusCode().value()).isEqualTo(422);
        assertThat(refused.getBody())
                .contains(
                        "forged.bpmn, Class: ",
                        "forged.bpmn, Script: ",
                        "forged.bpmn, Task: ",
                        "Nothing was deployed.");
        assertThat(state()).isEqualTo(before);
    }

    private ResponseEntity<String> deploy(String user, String name, String text) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("deployment-name", "forged");
        parts.add("data", new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return name;
            }
        });
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.MULTIPART_FORM_DATA);
        return Visitor.program(port, user, SampleUsers.PASSWORD)
                .send(HttpMethod.POST, PROGRAMS + "/deployment/create", new HttpEntity<>(parts, headers), Map.of());
    }

    private Map<String, Object> answers() {
        Map<String, Object> variables = new HashMap<>();
        deal.answers(EXPLORE).fields().forEach((name, value) -> variables.put(name, Map.of("value", value)));
        return Map.of("variables", variables);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /task", "POST /task/count"})
    void nothingSentIsAMistakeOfTheSenders(String call) {
        var answer = send(Visitor.program(port, "rep1", SampleUsers.PASSWORD), PROGRAMS, call, Map.of());
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody()).contains("Nothing was sent. Send a JSON object.");
    }

    @Test
    void whoAsksWithCodeHearsWhatToUseInstead() {
        var call = "POST /task {'orQueries': [{'assigneeExpression': '${a.getClass().forName(java.lang.Runtime)}'}]}";
        var answer = send(Visitor.program(port, "rep1", SampleUsers.PASSWORD), PROGRAMS, call, Map.of());
        assertThat(answer.getStatusCode().value()).isEqualTo(403);
        assertThat(answer.getBody()).contains("Use plain values").doesNotContain("java.lang");
    }

    @Test
    void whoeverStillHasDealsIsNotRemoved() {
        var admin = Visitor.program(port, "admin", SampleUsers.PASSWORD);
        var refused = send(admin, PROGRAMS, "DELETE /user/rep1", Map.of());
        assertThat(refused.getStatusCode().value()).isEqualTo(409);
        assertThat(refused.getBody()).contains("'rep1' still pursues ").contains("Hand the opportunities over");
        send(
                admin,
                PROGRAMS,
                "POST /user/create {'profile': {'id': 'short.stay'}, 'credentials': {'password': 'long-enough-1'}}",
                Map.of());
        assertThat(send(admin, PROGRAMS, "DELETE /user/short.stay", Map.of())
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
    }

    private ResponseEntity<String> send(Visitor visitor, String base, String call, Map<String, String> headers) {
        var parts = filled(call).split(" ", 3);
        var body = parts.length < 3 ? null : parts[2].replace('\'', '"');
        try {
            return visitor.send(
                    HttpMethod.valueOf(parts[0]), base + parts[1], body == null ? null : json.readTree(body), headers);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(call, e);
        }
    }

    private String filled(String call) {
        return call.replace("TASK", task.getId())
                .replace("DEAL", deal.id())
                .replace("STAGE", task.getProcessInstanceId())
                .replace("ROOT", deal.opportunity().instance().id())
                .replace("EXECUTION", task.getExecutionId())
                .replace("DEFINITION", task.getProcessDefinitionId())
                .replace(
                        "DEPLOYMENT",
                        repository
                                .getProcessDefinition(task.getProcessDefinitionId())
                                .getDeploymentId());
    }

    private void assertRefused(SoftAssertions softly, String call, ResponseEntity<String> answer) {
        softly.assertThat(answer.getStatusCode().value())
                .as("%s: %s", call, answer.getBody())
                .isBetween(400, 499);
        softly.assertThat(String.valueOf(answer.getBody())).as(call).doesNotContain("\tat ", "java.", "NullPointer");
    }

    /** Everything that one of the calls could have changed. */
    private Map<String, Object> state() {
        return Map.of(
                "entries", deal.history().entries(),
                "standing", deal.status() + " " + deal.stage(),
                "tasks",
                        tasks.createTaskQuery().processInstanceBusinessKey(deal.id()).list().stream()
                                .map(open -> open.getId()
                                        + open.getAssignee()
                                        + open.getName()
                                        + tasks.getIdentityLinksForTask(open.getId())
                                                .size()
                                        + tasks.getTaskComments(open.getId()).size())
                                .collect(Collectors.toSet()),
                "instances", runtime.createProcessInstanceQuery().count(),
                "suspended", runtime.createProcessInstanceQuery().suspended().count(),
                "variables", runtime.createVariableInstanceQuery().count(),
                "jobs", management.createJobQuery().count(),
                "batches", management.createBatchQuery().count(),
                "deployments", repository.createDeploymentQuery().count(),
                "history", history.createHistoricProcessInstanceQuery().count());
    }
}
