package io.issueloop.web;

import io.issueloop.delivery.DeliveryBacklog;
import io.issueloop.delivery.DeliveryHistory;
import io.issueloop.delivery.DeliveryProcess;
import io.issueloop.issue.IssuePath;
import io.issueloop.support.HandoversAtOnce;
import io.issueloop.support.IdlePorts;
import io.issueloop.support.ImmediateReviews;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * The application without engine and WeCom: doors, pages, REST and the features behind them. What
 * is missing is stood in for at our own ports.
 */
@AutoConfigurationPackage(basePackages = "io.issueloop")
@EnableAutoConfiguration(
        excludeName = {
            "org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration",
            "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration"
        })
@ComponentScan(
        basePackages = {
            "io.issueloop.web.access",
            "io.issueloop.web.api",
            "io.issueloop.web.pages",
            "io.issueloop.appraisal",
            "io.issueloop.issue",
            "io.issueloop.appraisal",
            "io.issueloop.approval",
            "io.issueloop.directory",
            "io.issueloop.calendar",
            "io.issueloop.collaboration.review",
            "io.issueloop.collaboration.weekly",
            "io.issueloop.collaboration.monthly",
            "io.issueloop.delivery",
            "io.issueloop.knowledge",
            "io.issueloop.model",
            "io.issueloop.pilot",
            "io.issueloop.audit",
            "io.issueloop.kpi",
            "io.issueloop.appraisal"
        },
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "io\\.issueloop.*(Effect|Letters)"))
@ComponentScan(
        basePackages = "io.issueloop.collaboration",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = ".*\\.(NativeTodos|KnownTodos)"))
@ComponentScan(
        basePackages = "io.issueloop.wecom",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern =
                                ".*\\.(OAuthSignOn|WeComConfiguration|AccessTokens|TokenStore|Pauses|CallCounts|Leases|JsTickets|WeComJsSdk|CallbackController|CallbackRefusals|Inbox)"))
@Import({
    TestApprovals.class,
    IdlePorts.class,
    TestFollowUps.class,
    TestOrganisation.class,
    TestProcess.class,
    TestProposalProcess.class,
    TestTodos.class,
    TestWeCom.class,
    HandoversAtOnce.class,
    ImmediateReviews.class
})
public class WebApplication {

    /** Nothing is delivered: nobody is there. */
    @Bean
    DeliveryProcess nobodyDelivers() {
        return (businessKey, effect, subject) -> {};
    }

    /** A delivery of each kind, at other stages. */
    @Bean
    DeliveryBacklog backlog() {
        return () ->
                Map.of(
                        "TEST_MESSAGE", new DeliveryBacklog.Count(2, 1, 3),
                        "TEST_TABLE", new DeliveryBacklog.Count(0, 0, 0));
    }

    /** Nothing was sent: there is no engine to remember it. */
    @Bean
    DeliveryHistory nothingSent() {
        return businessKey -> List.of();
    }

    /** Every issue waits at the first of two steps. */
    @Bean
    IssuePath shortPath() {
        return TestPath::of;
    }

    /** Camunda's API is a servlet of its own beside Spring MVC; this one answers 200 to all. */
    @Bean
    ServletRegistrationBean<HttpServlet> engineApi() {
        var servlet =
                new HttpServlet() {
                    @Override
                    protected void service(HttpServletRequest call, HttpServletResponse answer) {
                        answer.setStatus(HttpServletResponse.SC_OK);
                    }
                };
        return new ServletRegistrationBean<>(servlet, "/camunda/api/*");
    }

    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), java.time.Duration.ofNanos(1000));
    }
}
