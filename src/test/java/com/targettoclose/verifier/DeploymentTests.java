package com.targettoclose.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.process.people.Group;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.Http;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@DisplayName("a deployment")
class DeploymentTests {

    private static final String TARGET = "stage-target.bpmn";
    private static final String TABLE = "exit-criteria.dmn";
    private static final String OWNER = "redesigner";
    private static final String EARN = "UserTask_EarnTheMeeting";

    @Nested
    @OnH2
    @DisplayName("on H2")
    class OnH2Database extends Deployed {}

    @Nested
    @OnPostgres
    @DisplayName("on PostgreSQL")
    class OnPostgresDatabase extends Deployed {}

    abstract static class Deployed {

        @Autowired
        RepositoryService repository;

        @Autowired
        TaskService tasks;

        @Autowired
        Deals deals;

        @LocalServerPort
        int port;

        private final List<String> deployments = new ArrayList<>();
        private Http owner;

        @BeforeEach
        void signIn() {
            deals.user(OWNER, Group.PROCESS_OWNER);
            owner = deals.http(port, OWNER);
        }

        @AfterEach
        void shippedAgain() {
            deployments.forEach(id -> repository.deleteDeployment(id, true));
        }

        @Test
        @DisplayName("through which deals could slip is refused as a whole, with every reason")
        void refused() {
            long before = repository.createDeploymentQuery().count();
            var stage = new Edit()
                    .retarget(TARGET, "Flow_EarnTheMeeting_AtTheGate", "EndEvent_OthersAreOpen")
                    .replaceFirst(TARGET, " name=\"Earn the meeting\"", "")
                    .replaceFirst(TARGET, "${opportunity.owner(execution)}", "${execution.processEngineServices}")
                    .files();
            var answer = deploy(Map.of(TARGET, stage.get(TARGET)));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body().path("message").asText())
                    .startsWith("Nothing was deployed. ")
                    .contains(
                            "[code-expression]",
                            "[stage-passes-only-when-met]",
                            "[conversation-leads-back-to-the-gate]",
                            "[steps-are-named]",
                            EARN);
            assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
        }

        @Test
        @DisplayName(
                "of one stage brings the rest along: new deals start on it once a leader commits to it, open ones stay")
        void completed() {
            var open = deals.open();
            var stage = new Edit()
                    .replace(TARGET, "Earn the meeting", "Earn the first meeting")
                    .files();
            var answer = deploy(Map.of(TARGET, stage.get(TARGET)));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(repository.getDeploymentResourceNames(
                            answer.body().path("id").asText()))
                    .containsExactlyInAnyOrderElementsOf(Shipped.files().keySet());
            assertThat(answer.body().path("deployedProcessDefinitions").toString())
                    .contains("\"stage-target\"", "\"target-to-close\"");

            assertThat(earn(deals.open()).getName()).startsWith("Earn the meeting");
            deals.commit(port);
            assertThat(earn(deals.open()).getName()).startsWith("Earn the first meeting");
            assertThat(earn(open).getName()).startsWith("Earn the meeting");
        }

        @Test
        @DisplayName("of the table alone is judged with the diagrams that are deployed, and brings them along")
        void tableAlone() {
            var unknown = new Edit().replaceFirst(TABLE, "<text>\"review\"</text>", "<text>\"reviewed\"</text>");
            assertThat(deploy(Map.of(TABLE, unknown.files().get(TABLE)))
                            .body()
                            .path("message")
                            .asText())
                    .contains("[required-item-is-generated]", "'reviewed'", "Rule_Review");
            var milder = new Edit().replace(TABLE, "<text>90</text>", "<text>60</text>");
            var answer = deploy(Map.of(TABLE, milder.files().get(TABLE)));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(repository.getDeploymentResourceNames(
                            answer.body().path("id").asText()))
                    .containsExactlyInAnyOrderElementsOf(Shipped.files().keySet());
        }

        @Test
        @DisplayName("is judged without being deployed, with the rest as it stands, by process owners only")
        void verified() {
            long before = repository.createDeploymentQuery().count();
            var form = new Edit()
                    .replaceFirst("earn-the-meeting.form", "\"key\": \"timeWords\"", "\"key\": \"timeWord\"")
                    .files()
                    .get("earn-the-meeting.form");
            var answer = verify(owner, Map.of("earn-the-meeting.form", form));
            assertThat(answer.status()).isEqualTo(200);
            var violations = answer.body().path("violations");
            assertThat(violations.findValuesAsText("rule"))
                    .containsOnly("form-asks-for-every-item", "form-asks-for-nothing-else");
            assertThat(violations.get(0).fieldNames())
                    .toIterable()
                    .containsExactly("rule", "severity", "resource", "element", "name", "harm", "remedy");
            assertThat(violations.findValuesAsText("severity")).containsOnly("error");
            assertThat(verify(owner, Shipped.files()).body().path("violations")).isEmpty();
            assertThat(verify(owner, Map.of()).status()).isEqualTo(422);
            deals.user(Deals.REP);
            var rep = new Http(port, Deals.REP, "Only4Tests-" + Deals.REP);
            assertThat(verify(rep, Shipped.files()).status()).isEqualTo(403);
            assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
        }

        private static Http.Answer verify(Http who, Map<String, String> files) {
            return who.multipart("/api/verifications", Map.of(), files);
        }

        /** As Modeler does it. */
        private Http.Answer deploy(Map<String, String> files) {
            var fields = Map.of(
                    "deployment-name", "A redesign",
                    "deployment-source", "Camunda Modeler",
                    "enable-duplicate-filtering", "true");
            var answer = owner.multipart("/engine-rest/deployment/create", fields, files);
            if (answer.status() == 200) {
                deployments.add(0, answer.body().path("id").asText());
            }
            return answer;
        }

        private Task earn(Deal deal) {
            return tasks.createTaskQuery()
                    .processInstanceBusinessKey(deal.id())
                    .taskDefinitionKey(EARN)
                    .singleResult();
        }
    }
}
