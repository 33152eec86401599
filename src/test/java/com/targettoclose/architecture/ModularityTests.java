package com.targettoclose.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.targettoclose.TargetToCloseApplication;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;
import org.springframework.modulith.docs.Documenter;

/** The modules use each other only as each says in its {@code package-info}; their picture is drawn into target/. */
class ModularityTests {

    private static final ApplicationModules MODULES = ApplicationModules.of(TargetToCloseApplication.class);

    @Test
    void modulesUseOnlyWhatTheyMay() {
        MODULES.verify();
    }

    @Test
    void everyModuleSaysWhatItMayUse() {
        assertThat(StreamSupport.stream(MODULES.spliterator(), false))
                .isNotEmpty()
                .allSatisfy(module -> {
                    var declared = Class.forName(module.getBasePackage().getName() + ".package-info")
                            .getAnnotation(ApplicationModule.class);
                    assertThat(declared)
                            .as(
                                    "%s says nothing, or a package-info among the tests hides what it says",
                                    module.getDisplayName())
                            .isNotNull();
                    assertThat(Arrays.asList(declared.allowedDependencies()))
                            .as(module.getDisplayName())
                            .doesNotContain(ApplicationModule.OPEN_TOKEN);
                });
    }

    @Test
    void aModuleThatUsesAnotherWithoutSayingSoIsReported() {
        var wrong = ApplicationModules.of(
                "com.targettoclose.architecture.wrong.modules", new ImportOption.OnlyIncludeTests());
        assertThatThrownBy(wrong::verify)
                .isInstanceOf(Violations.class)
                .hasMessageContaining("alpha")
                .hasMessageContaining("beta");
    }

    @Test
    void thePictureOfTheModulesIsDrawn() {
        new Documenter(MODULES).writeDocumentation();
    }
}
