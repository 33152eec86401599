package com.targettoclose.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the catalogue of attacks")
class CatalogueTests {

    private static final int AT_LEAST = 150;

    /** Every kind, as the documentation lists it. */
    static Map<String, List<Attack>> byKind() {
        Map<String, List<Attack>> kinds = new TreeMap<>();
        kinds.put("queries that carry code", QueryAttackTests.attacks().toList());
        kinds.put("filters", FilterAttackTests.attacks().toList());
        kinds.put("deployments that carry code", DeploymentAttackTests.attacks().toList());
        kinds.put("XML", XmlAttackTests.attacks().toList());
        kinds.put("uploads", UploadAttackTests.attacks().toList());
        kinds.put("paths and methods", PathAttackTests.attacks().toList());
        kinds.put("our own interface", ApiAttackTests.attacks().toList());
        kinds.put("around a form", FormAttackTests.attacks().toList());
        kinds.put("past a gate", GateAttackTests.attacks().toList());
        kinds.put("history and decisions", HistoryAttackTests.attacks().toList());
        kinds.put("users, groups and rights", IdentityAttackTests.attacks().toList());
        kinds.put("sessions", SessionAttackTests.attacks().toList());
        kinds.put("names and passwords in headers", HeaderAttackTests.attacks().toList());
        kinds.put("bodies", BodyAttackTests.attacks().toList());
        kinds.put("recaps, checks and pages", RecapAttackTests.attacks().toList());
        kinds.put("machinery", MachineryAttackTests.attacks().toList());
        return kinds;
    }

    @Test
    @DisplayName("has attacks enough, no two of them alike")
    void distinct() {
        var attacks = byKind().values().stream().flatMap(List::stream).toList();
        var sent = attacks.stream()
                .collect(Collectors.groupingBy(attack ->
                        List.of(attack.method(), attack.path(), attack.headers(), attack.body(), attack.doors())));
        var twice = sent.values().stream().filter(same -> same.size() > 1).toList();
        assertThat(twice).as("sent twice").isEmpty();
        assertThat(attacks).hasSizeGreaterThanOrEqualTo(AT_LEAST);
    }

    @Test
    @DisplayName("names each attack once within its kind")
    void named() {
        byKind().forEach((kind, attacks) ->
                assertThat(attacks.stream().map(Attack::name)).as(kind).doesNotHaveDuplicates());
    }

    /** Prints the counts by kind, for the documentation. */
    public static void main(String[] arguments) {
        byKind().forEach((kind, attacks) -> System.out.println("| " + kind + " | " + attacks.size() + " |"));
        System.out.println(byKind().values().stream().flatMap(List::stream).count());
    }
}
