package io.issueloop.web;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/**
 * The application without engine and WeCom: doors, pages, REST and the features behind them. What
 * is missing is stood in for at our own ports.
 */
@AutoConfigurationPackage(basePackages = "io.issueloop")
@EnableAutoConfiguration(
        excludeName = {
            "org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration",
            "org.camunda.community.process_test_coverage.spring_test.platform7.ProcessEngineCoverageConfiguration",
            "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration"
        })
@ComponentScan({
    "io.issueloop.web.access",
    "io.issueloop.web.api",
    "io.issueloop.web.pages",
    "io.issueloop.issue",
    "io.issueloop.directory",
    "io.issueloop.calendar"
})
@Import({TestOrganisation.class, TestSignOn.class, TestProcess.class})
public class WebApplication {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
