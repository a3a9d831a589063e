package io.issueloop;

import java.beans.Introspector;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;

/**
 * Looks first under the name a component of ours has by default when somebody asks for its type.
 * Otherwise Spring compares each of several hundred beans with each type asked for: a fifth of all
 * work at start, of commands and of tests. Where name and type do not fit, everything is as ever.
 */
class BeansByTypeName implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String OURS = BeansByTypeName.class.getPackageName() + ".";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (context.getBeanFactory() instanceof DefaultListableBeanFactory beans) {
            beans.setAutowireCandidateResolver(new ByTypeName());
        }
    }

    private static final class ByTypeName extends ContextAnnotationAutowireCandidateResolver {

        @Override
        public @Nullable String getSuggestedName(DependencyDescriptor dependency) {
            var named = super.getSuggestedName(dependency);
            var type = dependency.getDependencyType();
            return named == null && type.getName().startsWith(OURS)
                    ? Introspector.decapitalize(type.getSimpleName())
                    : named;
        }
    }
}
