package io.issueloop.support;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Does what {@link WithDatabase} says.
 *
 * @param owner part of the key under which Spring caches contexts
 */
record WithDatabaseCustomizer(String owner) implements ContextCustomizer {

    @Override
    public void customizeContext(
            ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        var database = TestDatabase.create();
        TestPropertyValues.of(
                        "issueloop.standalone.enabled=false",
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + database.username(),
                        "spring.datasource.password=" + database.password(),
                        "spring.datasource.hikari.maximum-pool-size=10",
                        "spring.datasource.hikari.minimum-idle=1")
                .applyTo(context);
        if (context.getEnvironment().getProperty("wecom.corp-id", "").isBlank()) {
            TestPropertyValues.of(
                            "issueloop.setup-at-start=false",
                            "issueloop.roll-up-at-start=false",
                            "wecom.base-url=http://127.0.0.1:1",
                            "wecom.corp-id=wwnobody",
                            "wecom.agent-id=1",
                            "wecom.secret=nobody",
                            "wecom.callback-token=nobody",
                            "wecom.callback-aes-key=" + "A".repeat(43),
                            "wecom.reconcile-interval=1d")
                    .applyTo(context);
        }
    }

    /** Named in {@code META-INF/spring.factories} of the tests. */
    static class Factory implements ContextCustomizerFactory {

        @Override
        public @Nullable ContextCustomizer createContextCustomizer(
                Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
            var wish =
                    TestContextAnnotationUtils.findMergedAnnotation(testClass, WithDatabase.class);
            if (wish == null) {
                return null;
            }
            return new WithDatabaseCustomizer(wish.shared() ? "" : testClass.getName());
        }
    }
}
