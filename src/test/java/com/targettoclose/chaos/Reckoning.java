package com.targettoclose.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.targettoclose.chaos.Attempt.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds what clients were told against what the database knows. */
final class Reckoning {

    /** The words of one conversation stand together, by the number of the entry. */
    private static final String WORDS = """
            select t.words, e.entry_number from t2c_personal_text t
            join t2c_ledger_entry e on e.personal_id = t.id order by t.id""";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern MARK = Pattern.compile("#([^#]+)#");

    private static final Map<String, String> WRONG = Map.of(
            "opened more or less than once",
            """
            select o.id from t2c_opportunity o where 1 <>
              (select count(*) from t2c_ledger_entry e where e.opportunity_id = o.id and e.kind = 'opened')""",
            "the ledger's length is not what it says",
            """
            select o.id from t2c_opportunity o where o.ledger_entries <>
              (select count(*) from t2c_ledger_entry e where e.opportunity_id = o.id)""",
            "words without an entry",
            """
            select t.opportunity_id from t2c_personal_text t where not exists
              (select 1 from t2c_ledger_entry e where e.personal_id = t.id)""",
            "open, and nothing runs",
            """
            select o.id from t2c_opportunity o where o.status = 'open' and not exists
              (select 1 from act_ru_execution x where x.id_ = o.process_instance_id)""",
            "runs, and is no opportunity",
            """
            select x.business_key_ from act_ru_execution x where x.business_key_ is not null and x.parent_id_ is null
              and x.super_exec_ is null and x.business_key_ not like 'edition %'
              and x.business_key_ not in (select id from t2c_opportunity)""",
            "runs twice",
            """
            select x.business_key_ from act_ru_execution x join act_re_procdef d on d.id_ = x.proc_def_id_
            where x.parent_id_ is null and x.super_exec_ is null and x.business_key_ is not null
            group by x.business_key_, d.key_ having count(*) > 1""",
            "a conversation is open twice",
            """
            select min(k.proc_inst_id_) from act_ru_task k where k.case_execution_id_ is null
              group by k.proc_inst_id_, k.task_def_key_ having count(*) > 1""",
            "a job that failed for good",
            "select j.process_instance_id_ from act_ru_job j where j.retries_ = 0",
            "an incident",
            "select i.proc_inst_id_ from act_ru_incident i");

    private final JdbcClient database;
    private final Collection<Attempt> journal;

    private Reckoning(DataSource database, Collection<Attempt> journal) {
        this.database = JdbcClient.create(database);
        this.journal = journal;
    }

    /** Prints the figures, and fails where a client was told what is not so. */
    static void assertAsTold(DataSource database, Collection<Attempt> journal) {
        var reckoning = new Reckoning(database, journal);
        System.out.println(reckoning.figures());
        assertThat(reckoning.faults()).isEmpty();
    }

    /** What is wrong; empty where nobody was told anything that is not so. */
    private List<String> faults() {
        List<String> faults = new ArrayList<>();
        var rows = rows();
        var deals = new HashSet<>(database.sql("select id from t2c_opportunity")
                .query(String.class)
                .list());
        for (var attempt : journal) {
            note(attempt, rows, deals, faults);
        }
        WRONG.forEach((fault, query) ->
                database.sql(query).query(String.class).list().forEach(id -> faults.add(id + ": " + fault)));
        return faults;
    }

    private void note(Attempt attempt, Map<String, Integer> rows, Set<String> deals, List<String> faults) {
        int kept = rows.getOrDefault(attempt.mark(), 0);
        boolean whole = attempt.opened() ? deals.contains(attempt.deal()) : kept == attempt.answers();
        boolean none = attempt.opened() ? !deals.contains(attempt.deal()) : kept == 0;
        boolean as = switch (attempt.outcome()) {
            case ACCEPTED -> whole;
            case REFUSED -> none;
            case UNKNOWN -> whole || none;
        };
        if (!as) {
            faults.add(attempt + ", and " + kept + " entries are kept");
        }
        if (attempt.rival() != null && kept > 0 && rows.containsKey(attempt.rival())) {
            faults.add(attempt + ", and its rival is kept too");
        }
    }

    /** Entries of each attempt, by the mark in their words. */
    private Map<String, Integer> rows() {
        Map<String, Integer> rows = new HashMap<>();
        database.sql(WORDS).query((RowCallbackHandler) row -> {
            var mark = MARK.matcher(words(row.getString("words"), row.getString("entry_number")));
            if (mark.find()) {
                rows.merge(mark.group(1), 1, Integer::sum);
            }
        });
        return rows;
    }

    private static String words(String all, String entry) {
        try {
            return JSON.readTree(all).path(entry).asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(all, e);
        }
    }

    /** How many deals, entries, and attempts by what their clients were told. */
    private String figures() {
        var outcomes = journal.stream().collect(Collectors.groupingBy(Attempt::outcome, Collectors.counting()));
        var kept = rows();
        long found = journal.stream()
                .filter(it -> it.outcome() == Outcome.UNKNOWN && kept.containsKey(it.mark()))
                .count();
        return "%d deals, %d entries; %d accepted, %d refused, %d unanswered or broken, of which %d were kept"
                .formatted(
                        count("select count(*) from t2c_opportunity"),
                        count("select count(*) from t2c_ledger_entry"),
                        outcomes.getOrDefault(Outcome.ACCEPTED, 0L),
                        outcomes.getOrDefault(Outcome.REFUSED, 0L),
                        outcomes.getOrDefault(Outcome.UNKNOWN, 0L),
                        found);
    }

    private long count(String query) {
        return database.sql(query).query(Long.class).single();
    }
}
