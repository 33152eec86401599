package com.targettoclose.attack;

import static com.targettoclose.attack.Attack.delete;
import static com.targettoclose.attack.Attack.get;
import static com.targettoclose.attack.Attack.post;
import static com.targettoclose.attack.Attack.put;
import static com.targettoclose.attack.Person.ADMIN;
import static com.targettoclose.attack.Person.LEADER;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;

@DisplayName("a filter that carries code or is not one's own")
class FilterAttackTests extends AttackTest {

    private static final String OR_QUERY =
            "{\"orQueries\": [{\"assigneeExpression\": \"%s\"}]}".formatted(Code.COMMAND);

    static Stream<Attack> attacks() {
        return Stream.concat(
                List.of("assigneeExpression", "candidateGroupsExpression", "dueAfterExpression", "ownerExpression")
                        .stream()
                        .flatMap(FilterAttackTests::stored),
                others());
    }

    private static Stream<Attack> stored(String field) {
        return Stream.of(
                post(
                        "a filter with code in " + field,
                        "engine:/filter/create",
                        filter("{\"%s\": \"%s\"}".formatted(field, Code.COMMAND))),
                post(
                        "a filter with code in " + field + " of an or-query",
                        "engine:/filter/create",
                        filter("{\"orQueries\": [{\"%s\": \"%s\"}]}".formatted(field, Code.COMMAND))));
    }

    private static String filter(String query) {
        return "{\"resourceType\": \"Task\", \"name\": \"mine\", \"query\": %s, \"properties\": {}}".formatted(query);
    }

    private static Stream<Attack> others() {
        return Stream.of(
                post("the shared filter, extended by code", "engine:/filter/@filter@/list", OR_QUERY),
                post(
                        "the shared filter, extended by code, as one result",
                        "engine:/filter/@filter@/singleResult",
                        OR_QUERY),
                post("the shared filter, extended by code, counted", "engine:/filter/@filter@/count", OR_QUERY),
                put("the shared filter changed to code", "engine:/filter/@filter@", filter(OR_QUERY)),
                put("the shared filter emptied", "engine:/filter/@filter@", filter("{}"))
                        .by(Person.everybodyBut(ADMIN)),
                delete("the shared filter deleted", "engine:/filter/@filter@").by(Person.everybodyBut(ADMIN)),
                get("somebody's own filter read", "engine:/filter/@leaders-filter@")
                        .by(Person.everybodyBut(LEADER, ADMIN)),
                get("somebody's own filter used", "engine:/filter/@leaders-filter@/list")
                        .by(Person.everybodyBut(LEADER, ADMIN)),
                put("somebody's own filter changed", "engine:/filter/@leaders-filter@", filter("{}"))
                        .by(Person.everybodyBut(LEADER, ADMIN)),
                delete("somebody's own filter deleted", "engine:/filter/@leaders-filter@")
                        .by(Person.everybodyBut(LEADER, ADMIN)),
                post(
                                "a filter owned by somebody else",
                                "engine:/filter/create",
                                "{\"resourceType\": \"Task\", \"name\": \"yours\", \"owner\": \"admin\", \"query\": {}}")
                        .by(Person.everybodyBut(ADMIN)),
                post(
                        "a filter of something that is no task",
                        "engine:/filter/create",
                        "{\"resourceType\": \"User\", \"name\": \"users\", \"query\": {}}"));
    }
}
