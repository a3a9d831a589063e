package io.issueloop.wecom;

import io.issueloop.delivery.DeliveryHistory;
import io.issueloop.sandbox.SandboxApplication;
import io.issueloop.sandbox.SandboxDefaults;
import io.issueloop.support.HandoversAtOnce;
import io.issueloop.support.IdlePorts;
import io.issueloop.support.ImmediateReviews;
import io.issueloop.support.TestDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sandbox, and beside it the application without the engine, speaking HTTP to each other. */
final class World implements AutoCloseable {

    private final ConfigurableApplicationContext sandbox;
    private final ConfigurableApplicationContext application;
    final SandboxClient people;

    private World(ConfigurableApplicationContext sandbox, ConfigurableApplicationContext app) {
        this.sandbox = sandbox;
        this.application = app;
        this.people = new SandboxClient(SandboxApplication.baseUrl(sandbox));
    }

    @AutoConfigurationPackage(basePackages = "io.issueloop")
    @EnableAutoConfiguration(
            excludeName = {
                "org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration",
                "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration",
                "org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration",
                "org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration",
                "org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration"
            })
    @ComponentScan({
        "io.issueloop.approval",
        "io.issueloop.calendar",
        "io.issueloop.collaboration",
        "io.issueloop.delivery",
        "io.issueloop.directory",
        "io.issueloop.issue",
        "io.issueloop.knowledge",
        "io.issueloop.kpi",
        "io.issueloop.notification",
        "io.issueloop.pilot"
    })
    @Import({
        IdlePorts.class,
        ShortProcess.class,
        HandoversAtOnce.class,
        TestFollowUps.class,
        ImmediateReviews.class,
        NoProposals.class
    })
    static class Wiring {
        @Bean
        DeliveryHistory nobodyAsks() {
            return businessKey -> List.of();
        }

        @Bean
        java.time.Clock clock() {
            return java.time.Clock.systemUTC();
        }
    }

    private static World shared;

    /** One for all tests that do not mind each other. */
    static synchronized World shared() {
        if (shared == null) {
            shared = start();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close, "end of the world"));
            shared.the(WeComSetup.class).run();
        }
        shared.people.noFaults();
        // nobody was told anything within the last minute
        shared.the(JdbcClient.class).sql("delete from push").update();
        return shared;
    }

    /** Only what the application itself would find in our package, without the tests' classes. */
    static World start() {
        var sandbox =
                SandboxApplication.start(Map.of("sandbox.port", 0, "sandbox.retry-delay", "20ms"));
        var database = TestDatabase.create();
        var settings = new HashMap<String, Object>();
        settings.put("issueloop.standalone.enabled", "false");
        settings.put("server.port", "0");
        settings.put("spring.datasource.url", database.url());
        settings.put("spring.datasource.username", database.username());
        settings.put("spring.datasource.password", database.password());
        settings.put("wecom.base-url", SandboxApplication.baseUrl(sandbox));
        settings.put("wecom.corp-id", SandboxDefaults.CORP_ID);
        settings.put("wecom.agent-id", SandboxDefaults.AGENT_ID);
        settings.put("wecom.secret", SandboxDefaults.SECRET);
        settings.put("wecom.callback-token", SandboxDefaults.TOKEN);
        settings.put("wecom.callback-aes-key", SandboxDefaults.AES_KEY);
        settings.put("wecom.read-timeout", "3s");
        settings.put("wecom.reconcile-interval", "1h");
        settings.put("logging.level.io.issueloop.wecom", "debug");
        settings.put("logging.level.feign", "debug");
        var arguments =
                settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new);
        var application =
                new SpringApplicationBuilder(Wiring.class, WeComScan.class).run(arguments);
        var world = new World(sandbox, application);
        var port = application.getEnvironment().getProperty("local.server.port");
        // it has to answer within a second, which its first request may not do on a busy machine
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(
                        () -> {
                            world.people.callbackUrl(
                                    "http://127.0.0.1:" + port + "/wecom/callback");
                            return true;
                        });
        return world;
    }

    @ComponentScan(
            basePackageClasses = World.class,
            excludeFilters =
                    @ComponentScan.Filter(
                            type = org.springframework.context.annotation.FilterType.REGEX,
                            pattern = ".*(Test|World|ShortProcess).*"))
    static class WeComScan {}

    ConfigurableApplicationContext context() {
        return application;
    }

    <T> T the(Class<T> bean) {
        return application.getBean(bean);
    }

    @Override
    public void close() {
        application.close();
        sandbox.close();
    }
}
