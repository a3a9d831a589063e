package io.issueloop.process;

import io.issueloop.support.WithDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.ComponentScan;

/** The engine with its gate, doors and deployment over real HTTP; nothing else of the product. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {EngineUnderTest.Scan.class, HeaderLogin.class, TestDelegates.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "issueloop.admins=wang.admin",
            "spring.config.name=engine-under-test",
            "camunda.bpm.metrics.enabled=false",
            "spring.datasource.hikari.connection-timeout=2000",
            "logging.level.org.camunda=warn"
        })
@WithDatabase(shared = true)
public @interface EngineUnderTest {

    @EnableAutoConfiguration
    @ComponentScan({
        "io.issueloop.process.gate",
        "io.issueloop.process.access",
        "io.issueloop.process.deployment"
    })
    class Scan {}
}
