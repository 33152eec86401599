package com.targettoclose.attack;

import static com.targettoclose.attack.Attack.get;
import static com.targettoclose.attack.Attack.post;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;

@DisplayName("on the machinery behind the pages")
class MachineryAttackTests extends AttackTest {

    private static final List<String> ADDRESSES = List.of(
            "/actuator/env",
            "/actuator/heapdump",
            "/actuator/threaddump",
            "/actuator/configprops",
            "/actuator/beans",
            "/actuator/mappings",
            "/actuator/loggers/ROOT",
            "/actuator/jolokia",
            "/actuator/flyway",
            "/h2-console",
            "/h2-console/login.jsp",
            "/jolokia/list",
            "/env",
            "/WEB-INF/web.xml",
            "/META-INF/MANIFEST.MF",
            "/application.yaml",
            "/BOOT-INF/classes/application.yaml",
            "/.git/config",
            "/.env",
            "/camunda/WEB-INF/web.xml",
            "/camunda/api/engine/engine/other/task",
            "/engine-rest/engine/other/task",
            "/forms/earn-the-meeting.form",
            "/db/migration/h2/V1__opportunities_and_ledger.sql",
            "/error?trace=true");

    static Stream<Attack> attacks() {
        return Stream.concat(
                ADDRESSES.stream().map(address -> get("read " + address, address)),
                Stream.of(
                        post("shut down", "/actuator/shutdown", "{}"),
                        post("log everything", "/actuator/loggers/ROOT", "{\"configuredLevel\": \"TRACE\"}"),
                        post("restart", "/actuator/restart", "{}"),
                        post("set a property", "/actuator/env", "{\"name\": \"t2c.ledger.key\", \"value\": \"x\"}")));
    }
}
