package com.targettoclose.testing;

import com.targettoclose.ledger.Ledger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether the books balance: what was written was written whole, wherever it stands. */
public class Books {

    private static final String ENTRIES_COUNTED_WRONG = """
            select count(*) from t2c_opportunity o where o.id = :id and o.ledger_entries <>
              (select count(*) from t2c_ledger_entry e where e.opportunity_id = o.id)""";
    private static final String TEXTS_OF_NO_ENTRY = """
            select count(*) from t2c_personal_text t where t.opportunity_id = :id and not exists
              (select 1 from t2c_ledger_entry e where e.personal_id = t.id)""";
    private static final String OPEN_WITHOUT_PROCESS = """
            select count(*) from t2c_opportunity o where o.id = :id and o.status = 'open' and not exists
              (select 1 from act_ru_execution x where x.id_ = o.process_instance_id)""";
    private static final String PROCESS_WITHOUT_OPPORTUNITY = """
            select count(*) from act_ru_execution x where x.business_key_ is not null and x.parent_id_ is null
              and x.super_exec_ is null and x.business_key_ not in (select id from t2c_opportunity)""";

    private final JdbcClient database;
    private final Ledger ledger;

    Books(DataSource database, Ledger ledger) {
        this.database = JdbcClient.create(database);
        this.ledger = ledger;
    }

    /** The ids of all opportunities. */
    public Set<String> opportunities() {
        return new HashSet<>(database.sql("select id from t2c_opportunity")
                .query(String.class)
                .list());
    }

    /** What is wrong with some opportunities; empty where every one is whole. */
    public List<String> faults(Collection<String> ids) {
        List<String> faults = new ArrayList<>();
        for (var id : ids) {
            if (!ledger.check(id).holds()) {
                faults.add(id + ": the chain does not hold: " + ledger.check(id).findings());
            }
            note(ENTRIES_COUNTED_WRONG, id, "the ledger's length is not what it says", faults);
            note(TEXTS_OF_NO_ENTRY, id, "words without an entry", faults);
            note(OPEN_WITHOUT_PROCESS, id, "open, and nothing runs", faults);
        }
        note(PROCESS_WITHOUT_OPPORTUNITY, "", "something runs that is no opportunity", faults);
        return faults;
    }

    private void note(String query, String id, String fault, List<String> faults) {
        long count = database.sql(query).param("id", id).query(Long.class).single();
        if (count > 0) {
            faults.add(id + ": " + fault);
        }
    }
}
