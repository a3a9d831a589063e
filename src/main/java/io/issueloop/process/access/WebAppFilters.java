package io.issueloop.process.access;

import jakarta.servlet.Filter;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The filters before Camunda's web applications, in their order around Spring Security. */
@Configuration(proxyBeanMethods = false)
class WebAppFilters {

    private static final int AFTER_SECURITY = SecurityProperties.DEFAULT_FILTER_ORDER + 10;

    @Bean
    FilterRegistrationBean<Filter> closedDoors() {
        return registered(new ClosedDoors(), Ordered.HIGHEST_PRECEDENCE + 10, "/*");
    }

    @Bean
    FilterRegistrationBean<Filter> signOn(ProcessEngine engine, Identities identities) {
        return registered(
                new SignOn(engine, identities),
                AFTER_SECURITY,
                "/camunda",
                "/camunda/",
                "/camunda/api/*",
                "/camunda/app/*");
    }

    @Bean
    FilterRegistrationBean<Filter> noExpressions() {
        return registered(new NoExpressions(), AFTER_SECURITY + 1, "/camunda/api/*");
    }

    @Bean
    FilterRegistrationBean<Filter> plainRefusals() {
        return registered(new PlainRefusals(), AFTER_SECURITY + 2, "/camunda/api/*");
    }

    /** Settings of the starter that are not left to a file: "/" is ours, revoked roles end soon. */
    @Bean
    static BeanPostProcessor webAppSettings() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof CamundaBpmProperties camunda) {
                    camunda.getWebapp().setIndexRedirectEnabled(false);
                    camunda.getWebapp().setApplicationPath("/camunda");
                    camunda.getWebapp().getAuth().getCache().setTimeToLive(10_000);
                    camunda.setAutoDeploymentEnabled(false);
                    camunda.getAuthorization().setEnabled(true);
                }
                return bean;
            }
        };
    }

    private static FilterRegistrationBean<Filter> registered(
            Filter filter, int order, String... paths) {
        var registration = new FilterRegistrationBean<Filter>(filter);
        registration.setOrder(order);
        registration.addUrlPatterns(paths);
        registration.setName(filter.getClass().getSimpleName());
        return registration;
    }
}
