package com.targettoclose.verifier;

import com.targettoclose.verifier.design.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The newest of every file that is deployed: what a redesign that brings only some files is judged with. Read from the
 * engine's own tables, in one statement: the engine offers this only deployment by deployment.
 */
@Repository
class StandingFiles {

    private static final String NEWEST = """
            select name_, bytes_
            from (select b.name_, b.bytes_, d.deploy_time_,
                         row_number() over (partition by b.name_ order by d.deploy_time_ desc, d.id_ desc) as nth
                  from act_ge_bytearray b
                  join act_re_deployment d on d.id_ = b.deployment_id_
                  where d.id_ <> :except) newest
            where nth = 1
            order by deploy_time_""";

    private final JdbcClient jdbc;

    StandingFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The files by name without folders, the newest where several have one name; those of one deployment left out. */
    Map<String, byte[]> newest(String exceptDeployment) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        jdbc.sql(NEWEST).param("except", exceptDeployment).query(row -> {
            files.put(Files.baseName(row.getString("name_")), row.getBytes("bytes_"));
        });
        return files;
    }
}
