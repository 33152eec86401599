package com.targettoclose.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.targettoclose.process.people.Group;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.TestClock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.ActiveProfiles;

/** The lists that Tasklist offers, read as Tasklist reads them. */
@OnH2
@ActiveProfiles("sample")
class SharedFiltersTests {

    private static final String EARN_THE_MEETING = "UserTask_EarnTheMeeting";

    @LocalServerPort
    int port;

    @Autowired
    Deals deals;

    @Autowired
    TestClock clock;

    @Autowired
    ProcessEngine engine;

    @ParameterizedTest
    @CsvSource({
        "rep1, 'My conversations, Due today and overdue, Waiting for the client'",
        "leader1, 'My conversations, Due today and overdue, Waiting for the client, Waivers to decide, Waivers to take on,"
                + " Deals to coach, Deals to take on, Editions, Process reviews'",
        "manager1, 'My conversations, Due today and overdue, Waiting for the client, My team''s conversations,"
                + " My team''s overdue, Waivers to decide, Waivers to take on, Deals to coach, Team reviews'",
        "ops1, ''",
        "owner1, 'Proposals to answer, Editions, Process reviews'"
    })
    void eachGroupFindsTheListsThatAreForIt(String user, String names) {
        assertThat(String.join(", ", lists(user).keySet().stream().sorted().toList()))
                .isEqualTo(List.of(names.split(", ")).stream()
                        .sorted()
                        .reduce((a, b) -> a + ", " + b)
                        .orElse(""));
    }

    @Test
    void madeOnceTheyAreNotMadeAgain() {
        long before = engine.getFilterService().createFilterQuery().count();
        new SharedFilters(engine).create();
        assertThat(engine.getFilterService().createFilterQuery().count()).isEqualTo(before);
    }

    @Test
    void whatIsOwedNowIsTheMostUrgentFirst() {
        deals.open("50000", "new-business", "rep1").reach("diagnosis");
        var tasks = tasks("rep1", "My conversations");
        assertThat(JsonPath.<List<String>>read(tasks, "$[*].due")).isNotEmpty().isSorted();
        assertThat(JsonPath.<List<String>>read(tasks, "$[*].assignee")).containsOnly("rep1");
    }

    @Test
    void aConversationIsDueFromTheFirstMomentOfItsDay() {
        var task = deals.open("50000", "new-business", "rep1").task(EARN_THE_MEETING);
        var day = LocalDate.ofInstant(task.getDueDate().toInstant(), clock.getZone());
        clock.advance(Period.ofDays((int) (day.toEpochDay() - clock.today().toEpochDay()) - 1));
        assertThat(ids("rep1", "Due today and overdue")).doesNotContain(task.getId());
        clock.advance(Period.ofDays(1));
        assertThat(ids("rep1", "Due today and overdue")).contains(task.getId());
    }

    @Test
    void aConversationWaitsUntilTheDayThatTheClientAgreedTo() {
        var deal = deals.open("50000", "new-business", "rep1");
        var notYet = deal.answers(EARN_THE_MEETING).notYet(deals.item("time"));
        var answers = notYet.with("nextStepOn", clock.today().plusDays(10).toString());
        deal.submit(EARN_THE_MEETING, answers);
        var task = deal.task(EARN_THE_MEETING).getId();
        assertThat(ids("rep1", "Waiting for the client")).contains(task);
        assertThat(ids("rep1", "My conversations")).doesNotContain(task);
        clock.advance(Period.ofDays(10));
        assertThat(ids("rep1", "Waiting for the client")).doesNotContain(task);
        assertThat(ids("rep1", "My conversations")).contains(task);
    }

    @Test
    void aManagerSeesWhatTheirRepsOweAndNothingElse() {
        var task = deals.open("50000", "new-business", "rep1").task(EARN_THE_MEETING);
        var other = deals.open("50000", "new-business", "nobodys.rep").task(EARN_THE_MEETING);
        assertThat(ids("manager1", "My team's conversations"))
                .contains(task.getId())
                .doesNotContain(other.getId());
        assertThat(ids("manager1", "My conversations")).doesNotContain(task.getId());
    }

    @ParameterizedTest
    @CsvSource({
        "rep1, assignee=rep1, true",
        "manager1, owner=manager1, true",
        "rep2, assignee=rep1, false",
        "rep2, owner=manager1, false",
        "rep2, assigneeLike=rep%, false",
        "rep2, candidateUser=rep1, false",
        "rep2, active=true, false"
    })
    void whoAsksForOtherPeoplesTasksIsCheckedTaskByTask(String user, String question, boolean found) {
        var task = deals.open("50000", "new-business", "rep1").task(EARN_THE_MEETING);
        var asked = question.split("=");
        var query = Map.of(asked[0], asked[1].equals("true") ? true : asked[1]);
        var answer = Visitor.program(port, user, SampleUsers.PASSWORD)
                .send(HttpMethod.POST, "/engine-rest/task", query, Map.of());
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        List<String> ids = JsonPath.read(answer.getBody(), "$[*].id");
        assertThat(ids.contains(task.getId())).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "manager1, manager, true",
        "rep2, manager, false",
        "rep2, 'rep,manager', false",
        "leader1, manager, true",
        "manager1, rep, false"
    })
    void whatIsOfferedToAGroupIsSeenByThatGroupAndByLeaders(String user, String groups, boolean found) {
        var tasks = engine.getTaskService();
        var task = tasks.newTask();
        tasks.saveTask(task);
        tasks.addCandidateGroup(task.getId(), Group.MANAGER.id());
        try {
            var query = Map.of("candidateGroups", List.of(groups.split(",")));
            var answer = Visitor.program(port, user, SampleUsers.PASSWORD)
                    .send(HttpMethod.POST, "/engine-rest/task", query, Map.of());
            List<String> ids = JsonPath.read(answer.getBody(), "$[*].id");
            assertThat(ids.contains(task.getId())).isEqualTo(found);
        } finally {
            tasks.deleteTask(task.getId(), true);
        }
    }

    @Test
    void aQuestionWithTwoAnswersIsCheckedTaskByTaskToo() {
        var task = deals.open("50000", "new-business", "rep1").task(EARN_THE_MEETING);
        var query = Map.of("orQueries", List.of(Map.of("assignee", "rep2", "owner", "manager1")));
        var answer = Visitor.program(port, "rep2", SampleUsers.PASSWORD)
                .send(HttpMethod.POST, "/engine-rest/task", query, Map.of());
        List<String> ids = JsonPath.read(answer.getBody(), "$[*].id");
        assertThat(ids).doesNotContain(task.getId());
    }

    /** The lists that nobody made for themselves, id by name. */
    private Map<String, String> lists(String user) {
        var filters = Visitor.program(port, user, SampleUsers.PASSWORD)
                .get("/engine-rest/filter")
                .getBody();
        List<Map<String, Object>> all = JsonPath.read(filters, "$[*]");
        return all.stream()
                .filter(it -> it.get("owner") == null)
                .collect(java.util.stream.Collectors.toMap(it -> (String) it.get("name"), it -> (String) it.get("id")));
    }

    private String tasks(String user, String list) {
        var path = "/engine-rest/filter/" + lists(user).get(list) + "/list";
        return Visitor.program(port, user, SampleUsers.PASSWORD).get(path).getBody();
    }

    private List<String> ids(String user, String list) {
        return JsonPath.read(tasks(user, list), "$[*].id");
    }
}
