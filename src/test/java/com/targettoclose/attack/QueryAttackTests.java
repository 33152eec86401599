package com.targettoclose.attack;

import static com.targettoclose.attack.Attack.get;
import static com.targettoclose.attack.Attack.post;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;

@DisplayName("a query that carries code")
class QueryAttackTests extends AttackTest {

    private static final String NAMED = "\"%s\": \"%s\"";

    /** Every field of a task query that the engine takes for an expression. */
    private static final List<String> FIELDS = List.of(
            "assigneeExpression",
            "assigneeLikeExpression",
            "ownerExpression",
            "involvedUserExpression",
            "candidateUserExpression",
            "candidateGroupExpression",
            "candidateGroupsExpression",
            "processInstanceBusinessKeyExpression",
            "processInstanceBusinessKeyLikeExpression",
            "dueDateExpression",
            "dueAfterExpression",
            "dueBeforeExpression",
            "followUpDateExpression",
            "followUpAfterExpression",
            "followUpBeforeExpression",
            "followUpBeforeOrNotExistentExpression",
            "createdOnExpression",
            "createdAfterExpression",
            "createdBeforeExpression",
            "updatedAfterExpression");

    static Stream<Attack> attacks() {
        return Stream.of(
                        FIELDS.stream().map(QueryAttackTests::inAnOrQuery),
                        FIELDS.stream().map(QueryAttackTests::asItIs),
                        Code.EXPRESSIONS.stream().skip(1).map(QueryAttackTests::aWayOut),
                        others())
                .flatMap(attacks -> attacks);
    }

    private static Attack inAnOrQuery(String field) {
        return post(
                "tasks by an or-query with code in " + field,
                "engine:/task",
                "{\"orQueries\": [{%s}]}".formatted(NAMED.formatted(field, Code.COMMAND)));
    }

    private static Attack asItIs(String field) {
        return post(
                "tasks by a query with code in " + field,
                "engine:/task",
                "{%s}".formatted(NAMED.formatted(field, Code.COMMAND)));
    }

    private static Attack aWayOut(String expression) {
        return post(
                "tasks assigned to whomever " + expression + " yields",
                "engine:/task",
                "{\"orQueries\": [{\"assigneeExpression\": \"%s\"}]}".formatted(expression));
    }

    private static Stream<Attack> others() {
        var or = "{\"orQueries\": [{\"assigneeExpression\": \"%s\"}, {\"ownerExpression\": \"%s\"}]}"
                .formatted(Code.COMMAND, Code.COMMAND);
        var address = "%24%7B%27%27.getClass().forName(%27java.lang.Runtime%27)%7D";
        return Stream.of(
                post("a count of tasks with code in an or-query", "engine:/task/count", or),
                get("code in the address of a query", "engine:/task?assigneeExpression=" + address),
                get("code in the address of a count", "engine:/task/count?ownerExpression=" + address),
                get("code in a date in the address", "engine:/task?dueAfterExpression=" + address),
                post(
                        "tasks sorted by a column that is SQL",
                        "engine:/task",
                        "{\"sorting\": [{\"sortBy\": \"name; drop table T2C_LEDGER_ENTRY\", \"sortOrder\": \"asc\"}]}"),
                post(
                        "tasks in an order that is SQL",
                        "engine:/task",
                        "{\"sorting\": [{\"sortBy\": \"name\", \"sortOrder\": \"asc; drop table T2C_LEDGER_ENTRY\"}]}"),
                post(
                        "tasks sorted by a variable of a type that is code",
                        "engine:/task",
                        "{\"sorting\": [{\"sortBy\": \"taskVariable\", \"sortOrder\": \"asc\","
                                + " \"parameters\": {\"variable\": \"x\", \"type\": \"java.lang.Runtime\"}}]}"),
                post(
                        "tasks by a variable compared in SQL",
                        "engine:/task",
                        "{\"taskVariables\": [{\"name\": \"x\", \"operator\": \"eq or 1=1\", \"value\": \"y\"}]}"),
                post(
                        "tasks by a variable of a chosen class",
                        "engine:/task",
                        "{\"taskVariables\": [{\"name\": \"x\", \"operator\": \"eq\", \"value\": {\"a\": 1}}]}"),
                get("instances sorted by SQL", "engine:/process-instance?sortBy=id;drop&sortOrder=asc"),
                get("history sorted by SQL", "engine:/history/process-instance?sortBy=1;drop&sortOrder=asc"),
                post(
                        "instances by a variable compared in SQL",
                        "engine:/process-instance",
                        "{\"orQueries\": [{\"variables\": [{\"name\": \"x\", \"operator\": \"like' or 1=1\","
                                + " \"value\": \"y\"}]}]}"),
                post(
                        "history by a variable compared in SQL",
                        "engine:/history/process-instance",
                        "{\"variables\": [{\"name\": \"x\", \"operator\": \"eq' --\", \"value\": \"y\"}]}"),
                post(
                        "external tasks fetched with code for a topic",
                        "engine:/external-task/fetchAndLock",
                        "{\"workerId\": \"w\", \"maxTasks\": 9, \"topics\": [{\"topicName\": \"%s\","
                                        .formatted(Code.COMMAND)
                                + " \"lockDuration\": 1000}]}"));
    }
}
