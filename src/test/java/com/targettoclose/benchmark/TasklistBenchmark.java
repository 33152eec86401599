package com.targettoclose.benchmark;

import static com.targettoclose.process.people.Group.LEADER;
import static com.targettoclose.process.people.Group.MANAGER;
import static com.targettoclose.process.people.Group.PROCESS_OWNER;
import static com.targettoclose.process.people.Group.REP;

import com.targettoclose.process.people.Group;
import com.targettoclose.testing.OnPostgres;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What Tasklist's lists cost the database with 100,000 open conversations of 2,000 reps in 200 teams, and 1,000 waivers, 1,000
 * stalls and 1,000 proposals to answer, half of each taken on: first page and count of each, as Tasklist asks for them, by the database's own clock, and
 * the plan of the slowest.
 */
@Tag("benchmark")
@OnPostgres
@Import(HeardQueries.Configuration.class)
class TasklistBenchmark {

    private static final int PEOPLE = 25;
    private static final int REPS = 2_000;
    private static final int TEAMS = 200;
    private static final int PAGE = 15;
    private static final Map<String, Group> REQUESTS = Map.of(
            "ask-for-waiver",
            MANAGER,
            "coach-a-stalled-deal",
            LEADER,
            "propose-a-change",
            PROCESS_OWNER,
            "commit-to-an-edition",
            LEADER);

    /** Who reads a list that is not for reps. */
    private static final Map<String, Group> READERS = Map.of(
            "Waivers to decide", MANAGER,
            "Waivers to take on", MANAGER,
            "Deals to coach", MANAGER,
            "Deals to take on", LEADER,
            "Proposals to answer", PROCESS_OWNER,
            "Editions", LEADER,
            "Process reviews", LEADER,
            "Team reviews", MANAGER,
            "My team's conversations", MANAGER,
            "My team's overdue", MANAGER);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HeardQueries heard;

    @Autowired
    FilterService filters;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identities;

    @Autowired
    RepositoryService repository;

    private record Measured(String what, double[] millis, HeardQueries.Plan slowest) {}

    @BeforeEach
    void openManyTasks() {
        jdbc.sql("""
                insert into act_ru_task (id_, rev_, name_, task_def_key_, proc_def_id_, assignee_, owner_, priority_,
                    create_time_, due_date_, follow_up_date_, suspension_state_)
                select 'many-' || n, 1, 'Explore the need to change · Client ' || n, 'UserTask_ExploreTheNeedToChange',
                    :stage, 'rep' || n % :reps, 'lead' || n % :teams, 50,
                    timestamp '2026-03-02' - n % 90 * interval '1 day',
                    timestamp '2026-03-02' + (n % 40 - 15) * interval '1 day',
                    case when n % 5 = 0 then timestamp '2026-03-03' + n % 20 * interval '1 day' end, 1
                from generate_series(1, 100000) n""")
                .param("stage", newest("stage-discovery"))
                .param("reps", REPS)
                .param("teams", TEAMS)
                .update();
        REQUESTS.forEach(this::openRequests);
        letPeopleReadTheirTasks();
        jdbc.sql("analyze").update();
    }

    private void openRequests(String process, Group group) {
        jdbc.sql("""
                insert into act_ru_task (id_, rev_, name_, task_def_key_, proc_def_id_, assignee_, priority_,
                    create_time_, suspension_state_)
                select 'many-' || :key || '-' || n, 1, 'Answer · Client ' || n, 'UserTask_Answer', :process,
                    case when n % 2 = 0 then 'lead' || n % :teams end, 50,
                    timestamp '2026-03-02' - n % 90 * interval '1 day', 1
                from generate_series(1, 1000) n""")
                .param("key", process)
                .param("process", newest(process))
                .param("teams", TEAMS)
                .update();
        var open = " from act_ru_task where id_ like 'many-' || :key || '-%' and assignee_ is null";
        jdbc.sql("insert into act_ru_identitylink (id_, rev_, type_, group_id_, task_id_)"
                        + " select 'link-' || id_, 1, 'candidate', :group, id_" + open)
                .param("group", group.id())
                .param("key", process)
                .update();
        jdbc.sql("insert into act_ru_authorization (id_, rev_, type_, group_id_, resource_type_, resource_id_, perms_)"
                        + " select 'group-' || id_, 1, 1, :group, 7, id_, 2" + open)
                .param("group", group.id())
                .param("key", process)
                .update();
    }

    private String newest(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
    }

    private void letPeopleReadTheirTasks() {
        for (var column : List.of("assignee_", "owner_")) {
            jdbc.sql(
                            "insert into act_ru_authorization (id_, rev_, type_, user_id_, resource_type_, resource_id_, perms_)"
                                    + " select '" + column + "' || id_, 1, 1, " + column
                                    + ", 7, id_, 2 from act_ru_task"
                                    + " where id_ like 'many-%' and " + column + " is not null")
                    .update();
        }
    }

    @Test
    void everyListShowsItsFirstPageAndItsCount() throws SQLException {
        List<Measured> all = new ArrayList<>();
        for (var filter : filters.createFilterQuery().list()) {
            all.add(measure(filter, "page"));
            all.add(measure(filter, "count"));
        }
        System.out.printf("%nTasklist on PostgreSQL, %d people a list, at the database:%n", PEOPLE);
        all.forEach(it -> System.out.printf(
                "  %-32s median %6.2f ms, slowest %6.2f ms%n",
                it.what(), it.millis()[it.millis().length / 2], it.millis()[it.millis().length - 1]));
        var slowest = all.stream()
                .max(Comparator.comparingDouble(it -> it.slowest().millis()))
                .orElseThrow();
        System.out.printf(
                "The slowest: %s%n%s%n", slowest.what(), slowest.slowest().text());
    }

    private Measured measure(Filter filter, String what) throws SQLException {
        var group = READERS.getOrDefault(filter.getName(), REP);
        var random = new Random(20_260_302L);
        double[] millis = new double[PEOPLE];
        HeardQueries.Plan slowest = null;
        for (int n = 0; n < PEOPLE; n++) {
            var who = group != REP ? "lead" + random.nextInt(TEAMS) : "rep" + random.nextInt(REPS);
            heard.clear();
            ask(filter, what, who, group);
            var plan = heard.explain("ACT_RU_TASK");
            millis[n] = plan.millis();
            slowest = slowest == null || plan.millis() > slowest.millis() ? plan : slowest;
        }
        Arrays.sort(millis);
        return new Measured(filter.getName() + ", " + what, millis, Objects.requireNonNull(slowest));
    }

    /** As Tasklist does: active tasks, its own order behind the list's, a page of fifteen. */
    private void ask(Filter filter, String what, String who, Group group) {
        identities.setAuthentication(who, List.of(group.id()));
        try {
            TaskQuery query =
                    tasks.createTaskQuery().active().orderByTaskCreateTime().desc();
            if (what.equals("page")) {
                filters.listPage(filter.getId(), query, 0, PAGE);
            } else {
                filters.count(filter.getId(), query);
            }
        } finally {
            identities.clearAuthentication();
        }
    }
}
