package com.targettoclose.process;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who leads whom, by user id. */
@Repository
public class SalesTeams {

    private final JdbcClient jdbc;

    SalesTeams(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that a manager leads a member; known already, nothing changes. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(String member, String manager) {
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
        jdbc.sql("delete from t2c_team_member where member = :member and manager not in (:managers)")
                .param("member", member)
                .param("managers", managers)
                .update();
        managers.forEach(manager -> keep(member, manager));
    }

    /** The managers who lead a member, in alphabetical order. */
    public List<String> managersOf(String member) {
        return jdbc.sql("select manager from t2c_team_member where member = :member order by manager")
                .param("member", member)
                .query(String.class)
                .list();
    }

    /** The members whom a manager leads, in alphabetical order. */
    public List<String> membersOf(String manager) {
        return jdbc.sql("select member from t2c_team_member where manager = :manager order by member")
                .param("manager", manager)
                .query(String.class)
                .list();
    }
}
