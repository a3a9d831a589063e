package io.issueloop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The edges of style.md §2. */
class ArchitectureTest {

    private static final String ROOT = "io.issueloop";
    private static final JavaClasses CODE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);

    @Test
    void modulesKeepToTheirEdges() {
        ApplicationModules.of(Application.class).verify();
    }

    @Test
    void onlyProcessKnowsTheEngine() {
        only("process", "org.camunda..");
    }

    @Test
    void onlyWeComKnowsFeign() {
        only("wecom", "feign..");
    }

    @Test
    void delegatesTouchNoDatabase() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Delegate")
                .or()
                .haveSimpleNameEndingWith("Listener")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.jdbc..", "java.sql..")
                .check(CODE);
    }

    @Test
    void sandboxKnowsNothingOfOurs() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".sandbox..")
                .should()
                .dependOnClassesThat(
                        com.tngtech.archunit.base.DescribedPredicate.describe(
                                "are the product's",
                                type ->
                                        type.getPackageName().startsWith(ROOT)
                                                && !type.getPackageName()
                                                        .startsWith(ROOT + ".sandbox")))
                .check(CODE);
    }

    @Test
    void theProductKnowsTheSandboxOnlyToStartIt() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".sandbox..", ROOT + ".standalone..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".sandbox..")
                .check(CODE);
    }

    private static void only(String module, String... packages) {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .check(CODE);
    }
}
