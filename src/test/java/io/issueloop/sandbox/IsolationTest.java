package io.issueloop.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;

class IsolationTest {

    private static final String SANDBOX = "io.issueloop.sandbox";

    @Test
    void theSandboxKnowsNothingOfTheProduct() {
        var product =
                DescribedPredicate.describe(
                        "the product",
                        (JavaClass type) ->
                                type.getPackageName().startsWith("io.issueloop")
                                        && !type.getPackageName().startsWith(SANDBOX));
        noClasses()
                .should()
                .dependOnClassesThat(product)
                .check(
                        new ClassFileImporter()
                                .withImportOption(new DoNotIncludeTests())
                                .importPackages(SANDBOX));
    }

    @Test
    void aComponentScanPassesOverIt() {
        var scanner = new ClassPathScanningCandidateComponentProvider(true);
        assertThat(scanner.findCandidateComponents(SANDBOX)).isEmpty();
    }

    @Test
    void startingItLeavesLoggingAsItWas() {
        var logger = (Logger) LoggerFactory.getLogger("io.issueloop.example");
        logger.setLevel(Level.TRACE);
        try (var wecom = RunningSandbox.start()) {
            assertThat(logger.getLevel()).isEqualTo(Level.TRACE);
            assertThat(wecom.base()).startsWith("http://127.0.0.1:");
        } finally {
            logger.setLevel(null);
        }
    }
}
