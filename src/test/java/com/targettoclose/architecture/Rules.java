package com.targettoclose.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;

/** The rules of the architecture, each with its reason. */
final class Rules {

    static final ArchRule CAMUNDA_STAYS_IN_FOUR_PACKAGES = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "com.targettoclose.process..",
                    "com.targettoclose.verifier..",
                    "com.targettoclose.edition..",
                    "com.targettoclose.security..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .because("a maintained fork of the engine stays one renaming away");

    static final ArchRule CONVERSATIONS_ARE_PURE_JAVA = classes()
            .that()
            .resideInAPackage("com.targettoclose..conversation..")
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "com.targettoclose..conversation..")
            .because("what counts as evidence depends on no framework");

    static final ArchRule GATE_POLICY_IS_FREE_OF_SPRING = noClasses()
            .that()
            .resideInAPackage("com.targettoclose..gate..")
            .and()
            .areNotAnnotatedWith(Service.class)
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.camunda..")
            .because("a policy is a pure function of the ledger and the day");

    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .that(DescribedPredicate.not(simpleName("TargetToCloseApplication")))
            .should()
            .accessTargetWhere(readsTheSystemClock())
            .because("every day and instant comes from the injected Clock");

    static final ArchRule NOBODY_PRINTS = noClasses()
            .that(DescribedPredicate.not(simpleName("TargetToCloseApplication")))
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
            .because("operations reads the log; only the command line prints");

    static final ArchRule NO_FIELD_INJECTION = GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    static final ArchRule SQL_STANDS_IN_TABLES = noClasses()
            .that()
            .areNotAnnotatedWith(Repository.class)
            .and()
            .haveSimpleNameNotEndingWith("Row")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.springframework.jdbc.core..")
                    .or(nameMatching("javax\\.sql\\.DataSource"))
                    .or(nameMatching("java\\.sql\\.(Statement|PreparedStatement)")))
            .because("SQL stands in one place a table, a @Repository, and beside it how a row is read and written");

    static final ArchRule THE_CONTRACT_LEANS_ON_NOTHING_BELOW = noClasses()
            .that()
            .resideInAPackage("com.targettoclose..process")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.targettoclose..process.*..")
            .because("all packages below share it");

    static final ArchRule PROCESS_PACKAGES_FORM_NO_CYCLE = slices().matching("com.targettoclose..process.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a package can be read after those that it uses");

    private Rules() {}

    private static DescribedPredicate<JavaAccess<?>> readsTheSystemClock() {
        return DescribedPredicate.describe("reads the system clock", access -> {
            AccessTarget target = access.getTarget();
            var owner = target.getOwner().getName();
            boolean withoutArguments = target instanceof AccessTarget.CodeUnitAccessTarget call
                    && call.getRawParameterTypes().isEmpty();
            return switch (target.getName()) {
                case "now" -> owner.startsWith("java.time.") && !takesAClock(target);
                case "currentTimeMillis" -> owner.equals("java.lang.System");
                case "systemUTC", "systemDefaultZone", "system" -> owner.equals("java.time.Clock");
                case "<init>" -> owner.equals("java.util.Date") && withoutArguments;
                default -> false;
            };
        });
    }

    private static boolean takesAClock(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget call
                && call.getRawParameterTypes().stream()
                        .anyMatch(type -> type.getName().equals("java.time.Clock"));
    }
}
