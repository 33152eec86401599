package com.targettoclose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.targettoclose.process.people.Group;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.Http;
import com.targettoclose.testing.Jobs;
import com.targettoclose.testing.OnH2;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the README shows is done here as it stands there. */
@OnH2
class ReadmeTests {

    private static final String REP = "rep1";

    @LocalServerPort
    int port;

    @Autowired
    Deals deals;

    @Autowired
    Jobs jobs;

    @Autowired
    IdentityService identities;

    private String readme;

    @BeforeEach
    void read() throws IOException {
        readme = Files.readString(Path.of("README.md"));
        deals.user(REP);
        if (identities.createGroupQuery().groupMember(REP).count() == 0) {
            identities.createMembership(REP, Group.REP.id());
        }
    }

    @Test
    void theCallsItShowsOpenADealRecordAConversationAndReadBoth() {
        var rep = new Http(port, REP, "Only4Tests-" + REP);
        var opening = bodyOf("/api/opportunities ");
        assertThat(rep.postText("/api/opportunities", opening).status()).isEqualTo(201);
        jobs.run("DEAL-1");
        var conversation = bodyOf("/api/opportunities/DEAL-1/conversations ");
        assertThat(rep.postText("/api/opportunities/DEAL-1/conversations", conversation)
                        .status())
                .isEqualTo(201);
        jobs.run("DEAL-1");
        assertThat(rep.get("/api/opportunities/DEAL-1").body().path("stage").asText())
                .isEqualTo("discovery");
        assertThat(rep.get("/api/opportunities/DEAL-1/ledger").status()).isEqualTo(200);
    }

    @Test
    void theCommandsItNamesAreTheOnesThatTheBuildUses() throws IOException {
        assertThat(readme).contains("./mvnw spring-boot:run", "./mvnw verify");
        assertThat(Files.readString(Path.of(".ci/run"))).containsPattern("\\./mvnw .*verify");
        assertThat(Path.of("mvnw")).isExecutable();
    }

    @Test
    void theFilesItPointsToAreThere() {
        var links = Pattern.compile("\\]\\(((?!http)[^)#]+)\\)").matcher(readme);
        assertThat(links.results().map(link -> link.group(1)))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(Path.of(link)).exists());
    }

    @Test
    void theMappingItShowsIsJson() throws IOException {
        var mapping = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(readme);
        assertThat(mapping.find()).isTrue();
        assertThat(new ObjectMapper().readTree(mapping.group(1)).path("stages")).hasSize(4);
    }

    /** The body that the README's call to an address sends. */
    private String bodyOf(String address) {
        var call = Pattern.compile(Pattern.quote(address) + "\\\\\\n\\s*-d '([^']*)'")
                .matcher(readme);
        assertThat(call.find()).as("a call of %s", address).isTrue();
        return call.group(1);
    }
}
