package com.targettoclose.process.people;

import com.targettoclose.opportunity.TransactionMemory;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who leads whom, by user id. */
@Repository
public class SalesTeams {

    private final JdbcClient jdbc;
    private final TransactionMemory<List<String>> recalled = new TransactionMemory<>();

    SalesTeams(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that a manager leads a member; known already, nothing changes. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(String member, String manager) {
        recalled.values().remove(member);
        if (!managersOf(member).contains(manager)) {
            jdbc.sql("insert into t2c_team_member (member, manager) values (:member, :manager)")
                    .param("member", member)
                    .param("manager", manager)
                    .update();
        }
    }

    /** Notes that these managers lead a member, and nobody else does any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepOnly(String member, Set<String> managers) {
        recalled.values().remove(member);
        if (managers.isEmpty()) {
            jdbc.sql("delete from t2c_team_member where member = :member")
                    .param("member", member)
                    .update();
            return;
        }
        jdbc.sql("delete from t2c_team_member where member = :member and manager not in (:managers)")
                .param("member", member)
                .param("managers", managers)
                .update();
        managers.forEach(manager -> keep(member, manager));
    }

    /** The managers who lead a member, in alphabetical order. */
    public List<String> managersOf(String member) {
        var known = recalled.values().get(member);
        return known != null ? known : read(member);
    }

    /** The manager who answers for a member: the first in alphabetical order, and nobody for themselves. */
    public Optional<String> managerOf(String member) {
        return managersOf(member).stream().filter(it -> !it.equals(member)).findFirst();
    }

    /** Reads who leads these members in one statement; {@link #managersOf} asks no more in this transaction. */
    public void recall(Collection<String> members) {
        var found = managersOf(members);
        members.forEach(member -> recalled.values()
                .put(
                        member,
                        found.getOrDefault(member, Set.of()).stream().sorted().toList()));
    }

    private List<String> read(String member) {
        return jdbc.sql("select manager from t2c_team_member where member = :member order by manager")
                .param("member", member)
                .query(String.class)
                .list();
    }

    /** The managers who lead each of these members, as far as anybody does. */
    public Map<String, Set<String>> managersOf(Collection<String> members) {
        Map<String, Set<String>> managers = new HashMap<>();
        if (!members.isEmpty()) {
            jdbc.sql("select member, manager from t2c_team_member where member in (:members)")
                    .param("members", members)
                    .query(row -> {
                        managers.computeIfAbsent(row.getString("member"), any -> new HashSet<>())
                                .add(row.getString("manager"));
                    });
        }
        return managers;
    }

    /** The members whom a manager leads, in alphabetical order. */
    public List<String> membersOf(String manager) {
        return jdbc.sql("select member from t2c_team_member where manager = :manager order by member")
                .param("manager", manager)
                .query(String.class)
                .list();
    }
}
